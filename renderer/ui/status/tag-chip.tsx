import { Icon } from '../icon/icon.tsx';
import styles from './tag-chip.module.css';

export interface TagChipProps {
  readonly children: string;
  /** Without it the tag cannot be taken away and shows no cross. */
  readonly onRemove?: (() => void) | undefined;
}

/** One of a set that a person puts together, such as an allowed host. */
export function TagChip({ children, onRemove }: TagChipProps) {
  return (
    <span className={styles.tag}>
      <span className={styles.word}>{children}</span>
      {onRemove !== undefined && (
        <button type="button" aria-label={`Remove ${children}`} className={styles.remove} onClick={onRemove}>
          <Icon name="x" size={12} />
        </button>
      )}
    </span>
  );
}
