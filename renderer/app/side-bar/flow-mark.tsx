import { useRunOfFlow } from '../../store/runs-store.ts';
import { RunRing, type RunRingState } from '../../ui/status/run-ring.tsx';
import type { RunView } from '#shared/run-events/run-view.ts';

const rings: Readonly<Record<RunView['outcome'] | 'paused', RunRingState>> = {
  running: 'running',
  paused: 'paused',
  ended: 'done',
  failed: 'failed',
  cancelled: 'idle',
  interrupted: 'failed',
};

/** How the last run of a flow went. */
export function FlowMark({ flowId }: { readonly flowId: string }) {
  const run = useRunOfFlow(flowId);
  return run === undefined ? null : (
    <RunRing state={rings[run.paused === null ? run.outcome : 'paused']} size={14} />
  );
}
