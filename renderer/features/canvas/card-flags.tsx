import type { FlowNode } from '#shared/nodes/node.ts';
import type { NodeRunView } from '#shared/run-events/run-view.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { RunRing, type RunRingState } from '../../ui/status/run-ring.tsx';
import styles from './node-card.module.css';

const rings: Readonly<Record<NodeRunView['state'], RunRingState>> = {
  running: 'running',
  paused: 'paused',
  waiting: 'paused',
  done: 'done',
  failed: 'failed',
  exception: 'failed',
};

interface CardFlagsProps {
  readonly node: FlowNode;
  readonly run: NodeRunView | null;
  readonly missing: boolean;
}

/** The right end of a card's head: the ring of the run, or the sign of a call that cannot be made. */
export function CardFlags({ node, run, missing }: CardFlagsProps) {
  if (missing || run?.state === 'exception') {
    return (
      <span className={styles.flags}>
        <span className={styles.exceptionFlag}>
          <Icon name="exception" size={12} label="exception" />
        </span>
      </span>
    );
  }
  if (run === null || node.kind === 'start') return null;
  return (
    <span className={styles.flags}>
      {run.visits > 1 && (
        <span className={styles.visits} title={`The run came here ${String(run.visits)} times`}>
          ×{run.visits}
        </span>
      )}
      <RunRing state={rings[run.state]} />
    </span>
  );
}
