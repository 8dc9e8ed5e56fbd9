import type { RunView } from '#shared/run-events/run-view.ts';
import { flowsOfRun } from './flows-of-run.ts';
import { pastRunOf, pastRunsStore } from './past-runs.ts';
import { runsStore, shownRun } from './runs-store.ts';
import { activeDocumentId, documentOpened, viewStore } from './view-store.ts';

/**
 * Opens the flow in which a run stands still, where another flow of that run is on screen: stepping into a flow goes there,
 * and stepping back or out of it comes back. Whoever looks at something else is not taken away from it.
 */
export function startFollowingRuns(): () => void {
  const stopRuns = runsStore.subscribe((now, before) => {
    const active = activeDocumentId(viewStore.getState());
    const runId = active === null ? undefined : now.latestOfFlow[active];
    if (active === null || pastRunOf(pastRunsStore.getState().shown, active) !== undefined) return;
    followed(active, shownRun(now, runId), shownRun(before, runId));
  });
  const stopPasts = pastRunsStore.subscribe((now, before) => {
    const active = activeDocumentId(viewStore.getState());
    const past = pastRunOf(now.shown, active);
    if (active !== null) followed(active, past?.back?.view, pastRunOf(before.shown, active)?.back?.view);
  });
  return () => {
    stopRuns();
    stopPasts();
  };
}

function followed(active: string, now: RunView | undefined, before: RunView | undefined): void {
  const stands = placeOf(now);
  if (stands === null || placeOf(before)?.key === stands.key) return;
  if (stands.flowId !== active && stands.flows.includes(active)) documentOpened(stands.flowId);
}

/** Where a run stands still, told apart by its step; `null` where it goes on. */
function placeOf(run: RunView | undefined) {
  if (run === undefined || run.paused === null) return null;
  const { flowId } = run.inFlow;
  return { flowId, flows: flowsOfRun(run), key: `${flowId} ${String(run.timeline.length)}` };
}
