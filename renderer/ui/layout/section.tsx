import type { ReactNode } from 'react';
import { useId } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly count?: ReactNode;
  /** At the right: a fact or a small action. */
  readonly aside?: ReactNode;
  /** `list` for parts of a side bar (11 px, 500), `form` for parts of an inspector (12 px). */
  readonly look?: 'list' | 'form' | undefined;
  /** Given, the section folds; without it it is always open. */
  readonly open?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
  readonly children: ReactNode;
}

/** A titled part of a panel that may fold. */
export function Section({ title, count, aside, look = 'form', open, onToggle, children }: SectionProps) {
  const id = useId();
  const folds = open !== undefined;
  const words = (
    <>
      {title}
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </>
  );
  return (
    <section aria-labelledby={id} className={classNames(styles.section, styles[look])}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {folds ? (
            <button
              type="button"
              aria-expanded={open}
              className={styles.fold}
              onClick={() => onToggle?.(!open)}
            >
              <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />
              {words}
            </button>
          ) : (
            words
          )}
        </h3>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {open !== false && children}
    </section>
  );
}
