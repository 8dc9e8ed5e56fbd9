import type { ReactNode } from 'react';
import styles from './whole-page.module.css';

interface WholePageProps {
  readonly title: string;
  /** What can be done with all that is shown, beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A page that fills its tab: a title with tools, and below it something that scrolls by itself. */
export function WholePage({ children, title, tools }: WholePageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {tools}
      </header>
      {children}
    </div>
  );
}
