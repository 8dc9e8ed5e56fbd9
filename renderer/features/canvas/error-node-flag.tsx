import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './card-status.module.css';

interface ErrorNodeFlagProps {
  /** What there is to say of the node as the error node of its flow; `null` where there is nothing. */
  readonly words: string | null;
  /** Whether the run that is shown came by it. */
  readonly isReached: boolean;
}

/** The lifebelt on the card of a flow's error node: quiet, and in the colour of trouble once a run came by it. */
export function ErrorNodeFlag({ isReached, words }: ErrorNodeFlagProps) {
  if (words === null) return null;
  return (
    <span
      className={classNames(styles.errorNode, isReached && styles.errorNodeReached)}
      title={words}
      data-error-node={isReached ? 'reached' : 'set'}
    >
      <Icon name="error-node" size={14} label={words} />
    </span>
  );
}
