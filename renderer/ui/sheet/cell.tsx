import type { ReactNode } from 'react';
import styles from './sheet.module.css';

/** A titled part of the sheet. */
export function SheetSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.cells}>{children}</div>
    </section>
  );
}

export interface CellProps {
  readonly caption: string;
  readonly width?: number | undefined;
  readonly children: ReactNode;
}

/** One component in one state, with a caption. */
export function Cell({ caption, width, children }: CellProps) {
  return (
    <div data-cell={caption} style={width === undefined ? undefined : { width }}>
      <div className={styles.caption}>{caption}</div>
      {children}
    </div>
  );
}

/** Components side by side. */
export function Line({ children }: { readonly children: ReactNode }) {
  return <div className={styles.line}>{children}</div>;
}
