import { flowsOfRun } from './flows-of-run.ts';
import { runsStore, shownRun, type RunsState } from './runs-store.ts';
import { activeDocumentId, documentOpened, viewStore } from './view-store.ts';

/**
 * Opens the flow in which a run stands still, where another flow of that run is on screen: stepping into a flow goes there,
 * and stepping back or out of it comes back. Whoever looks at something else is not taken away from it.
 */
export function startFollowingRuns(): () => void {
  return runsStore.subscribe((now, before) => {
    const active = activeDocumentId(viewStore.getState());
    const runId = active === null ? undefined : now.latestOfFlow[active];
    if (active === null || runId === undefined) return;
    const stands = placeOf(now, runId);
    if (stands === null || placeOf(before, runId)?.key === stands.key) return;
    if (stands.flowId !== active && stands.flows.includes(active)) documentOpened(stands.flowId);
  });
}

/** Where a run stands still, told apart by its step; `null` where it goes on. */
function placeOf(state: RunsState, runId: string) {
  const run = shownRun(state, runId);
  if (run === undefined || run.paused === null) return null;
  const { flowId } = run.inFlow;
  return { flowId, flows: flowsOfRun(run), key: `${flowId} ${String(run.timeline.length)}` };
}
