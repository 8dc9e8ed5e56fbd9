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
  const sign = signOf(node, run, missing);
  if (standIn === null && sign === null) return null;
  return (
    <span className={styles.flags}>
      {standIn !== null && <StandInFlag standIn={standIn} />}
      {sign}
    </span>
  );
}

/** The ring of the run, or the sign of a call that cannot be made; `null` where no run came here. */
function signOf(node: FlowNode, run: NodeRunView | null, missing: boolean) {
  if (missing || run?.state === 'exception') {
    return (
      <span className={styles.exceptionFlag}>
        <Icon name="exception" size={12} label="exception" />
      </span>
    );
  }
  return run === null || node.kind === 'start' ? null : <RunRing state={rings[run.state]} />;
}

function StandInFlag({ standIn: { name, type } }: { readonly standIn: StandInShown }) {
  return (
    <span className={styles.standInFlag} title={`Answered by the ${type}: ${name}`}>
      <Icon name={type} size={12} label={`${type}: ${name}`} />
    </span>
  );
}
