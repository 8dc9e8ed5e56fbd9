import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './form-row.module.css';

export interface FormRowProps {
  readonly title: string;
  /** At the end of the title's line: a small button that is about the whole part. */
  readonly aside?: ReactNode;
  /** Under the title, 11 px. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One part of a page-wide form: its title at the left, its fields at the right, a hairline above. */
export function FormRow({ title, aside, hint, children }: FormRowProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.row}>
      <div>
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {aside}
        </div>
        {hint !== undefined && <div className={styles.hint}>{hint}</div>}
      </div>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
