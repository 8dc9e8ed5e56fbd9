import { runOfFlowNow, useRuns } from './runs-store.ts';

/** Whether the newest run of a flow is paused, or a moment of its past is looked at. */
export function useIsStandingStill(flowId: string | null): boolean {
  return useRuns((state) => {
    const run = runOfFlowNow(state, flowId);
    if (run === undefined) return false;
    return (run.paused !== null && run.outcome === 'running') || state.lookedBack[run.runId] !== undefined;
  });
}
