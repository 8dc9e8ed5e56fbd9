import { useMissedOfNode } from '../../store/scenario-coverage.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './card-status.module.css';

/** On a card, what no scenario comes to, while that is switched on. */
export function CoverageFlag({ flowId, nodeId }: { readonly flowId: string; readonly nodeId: string }) {
  const missed = useMissedOfNode(flowId, nodeId);
  if (missed === null) return null;
  return (
    <span
      className={classNames(styles.missed, missed.isWhole && styles.missedWhole)}
      title={missed.words}
      data-missed={missed.isWhole ? 'whole' : 'partly'}
    >
      <Icon name="scenario" size={12} label={missed.words} />
    </span>
  );
}
