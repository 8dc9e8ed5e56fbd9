import type { FlowNode } from '#shared/nodes/node.ts';
import type { NodeRunView } from '#shared/run-events/run-view.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { RunRing, type RunRingState } from '../../ui/status/run-ring.tsx';
import styles from './node-card.module.css';

const rings: Readonly<Record<NodeRunView['state'], RunRingState>> = {
  running: 'running',
  waiting: 'paused',
  done: 'done',
  failed: 'failed',
  exception: 'failed',
};

interface CardFlagsProps {
  readonly node: FlowNode;
  readonly run: NodeRunView | null;
  readonly missing: boolean;
  readonly standIn: StandInShown | null;
}

/** The right end of a card's head: what stands in for its call, then the ring of the run or the sign of an exception. */
export function CardFlags({ node, run, missing, standIn }: CardFlagsProps) {
  const isException = missing || run?.state === 'exception';
  const hasRing = run !== null && node.kind !== 'start' && !isException;
  if (standIn === null && !isException && !hasRing) return null;
  return (
    <span className={styles.flags}>
      {standIn !== null && <StandInFlag standIn={standIn} />}
      {isException && (
        <span className={styles.exceptionFlag}>
          <Icon name="exception" size={12} label="exception" />
        </span>
      )}
      {hasRing && <RunRing state={rings[run.state]} />}
    </span>
  );
}

function StandInFlag({ standIn: { name, type } }: { readonly standIn: StandInShown }) {
  return (
    <span className={styles.standInFlag} title={`Answered by the ${type}: ${name}`}>
      <Icon name={type} size={12} label={`${type}: ${name}`} />
    </span>
  );
}
