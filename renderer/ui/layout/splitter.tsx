import type { ComponentProps } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { classNames } from '../class-names.ts';
import styles from './splitter.module.css';

/** A row or column of panels with splitters between them (react-resizable-panels; sizes in pixels are numbers). */
export function SplitGroup({ className, ...rest }: ComponentProps<typeof Group>) {
  return <Group {...rest} className={classNames(styles.group, className)} />;
}

/** One panel of a split group; ask for `collapsible` where it folds. */
export function SplitPanel({ className, style, ...rest }: ComponentProps<typeof Panel>) {
  return (
    <Panel
      {...rest}
      className={classNames(styles.panel, className)}
      // The library would let the whole panel scroll, its head too; what scrolls is for the content to say.
      style={{ overflow: 'hidden', ...style }}
    />
  );
}

export interface SplitterProps {
  /** What it sizes: "Side bar width". */
  readonly label: string;
  readonly disabled?: boolean | undefined;
  readonly id?: string | undefined;
  /** What a double click does in place of giving the panel the size that it had at first. */
  readonly onDoubleClick?: (() => void) | undefined;
}

/** The line between two panels: 1 px to see, 6 px to hit, arrow keys move it. */
export function Splitter({ label, disabled, id, onDoubleClick }: SplitterProps) {
  return (
    <Separator
      aria-label={label}
      disabled={disabled}
      className={styles.splitter}
      {...(id !== undefined && { id })}
      {...(onDoubleClick !== undefined && { disableDoubleClick: true, onDoubleClick })}
    />
  );
}
