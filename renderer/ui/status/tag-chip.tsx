import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import styles from './tag-chip.module.css';

export interface TagChipProps {
  readonly children: string;
  /** Without it the tag cannot be taken away and shows no cross. */
  readonly onRemove?: (() => void) | undefined;
  /** For words of people; without it the tag is what a machine reads, such as a host. */
  readonly words?: boolean | undefined;
}

/** One of a set that a person puts together, such as an allowed host. */
export function TagChip({ children, onRemove, words = false }: TagChipProps) {
  return (
    <span className={classNames(styles.tag, words && styles.words)}>
      <span className={styles.word}>{children}</span>
      {onRemove !== undefined && (
        <button type="button" aria-label={`Remove ${children}`} className={styles.remove} onClick={onRemove}>
          <Icon name="x" size={12} />
        </button>
      )}
    </span>
  );
}
