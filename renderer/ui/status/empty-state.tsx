import type { ReactNode } from 'react';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  /** One sentence: what this place is for. */
  readonly children: ReactNode;
  /** The first step: one button. */
  readonly action?: ReactNode;
}

/** What an empty place says, in its top third. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={24} className={styles.icon} />
      <strong className={styles.title}>{title}</strong>
      <p className={styles.words}>{children}</p>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
