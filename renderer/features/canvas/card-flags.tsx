import type { FlowNode } from '#shared/nodes/node.ts';
import type { NodeRunView } from '#shared/run-events/run-view.ts';
import type { ProblemMark } from '../../store/problems-store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { RunRing, type RunRingState } from '../../ui/status/run-ring.tsx';
import styles from './node-card.module.css';
import statusStyles from './card-status.module.css';

/** How the ring of a card shows each state of a node in a run. */
export const runRings: Readonly<Record<NodeRunView['state'], RunRingState>> = {
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
  readonly problem: ProblemMark | null;
}

/** The right end of a card's head: what is wrong with the node, and how the run went there. */
export function CardFlags({ node, run, missing, problem }: CardFlagsProps) {
  const sign = signOf(node, run, missing);
  if (sign === null && problem === null) return null;
  return (
    <span className={statusStyles.flags}>
      {!missing && <ProblemFlag problem={problem} />}
      {run !== null && run.visits > 1 && (
        <span className={statusStyles.visits} title={`The run came here ${String(run.visits)} times`}>
          ×{run.visits}
        </span>
      )}
      {sign}
    </span>
  );
}

/** The ring of the run, or the sign of a call that cannot be made; `null` where no run came here. */
function signOf(node: FlowNode, run: NodeRunView | null, missing: boolean) {
  if (missing || run?.state === 'exception') {
    return (
      <span className={statusStyles.exceptionFlag}>
        <Icon name="exception" size={12} label="exception" />
      </span>
    );
  }
  return run === null || node.kind === 'start' ? null : <RunRing state={runRings[run.state]} />;
}

function ProblemFlag({ problem }: Pick<CardFlagsProps, 'problem'>) {
  if (problem === null) return null;
  const { severity, words } = problem;
  return (
    <span className={styles[severity]} title={words}>
      <Icon name={severity === 'error' ? 'problem' : 'warning'} size={14} label={severity} />
    </span>
  );
}
