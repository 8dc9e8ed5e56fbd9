import type { StepWay } from '#shared/debugger/run-order.ts';
import type { Moment } from '#shared/run-events/run-past.ts';
import { pastMomentPicked, pastRunOf, pastRunsStore, type PastRun } from './past-runs.ts';
import { runOfFlowNow, runsStore, type LookedBack } from './runs-store.ts';
import { toasts } from './toasts.ts';

/**
 * Steps through a run of the history: they only show what was recorded. While such a run is shown nothing is done to the
 * flow's newest run, which nobody sees then.
 */

/**
 * A step in the run of the history that is shown for a flow: to the moment before, to the one after, or with `end` to the
 * whole run.
 *
 * @returns whether the step was one for such a run; one forward from its end is none, and begins a new run
 */
export function pastStepped(flowId: string, way: StepWay | 'back' | 'end'): boolean {
  const shown = pastRunOf(pastRunsStore.getState().shown, flowId);
  if (shown === undefined) return false;
  if (way === 'back') lookedBack(shown);
  else if (shown.back === null) return toldOfHiddenRun(flowId);
  else pastMomentPicked(shown.view.runId, way === 'end' ? null : momentAfter(shown, shown.back, way));
  return true;
}

function lookedBack({ back, past, view }: PastRun): void {
  const before = past?.before(back?.moment.events ?? null);
  if (before !== undefined) pastMomentPicked(view.runId, before);
}

function momentAfter({ past }: PastRun, { moment }: LookedBack, way: StepWay): Moment | null {
  return past?.after(moment.events, way) ?? null;
}

/** Whether the run of a flow goes on behind one of the history; says then that nothing is done to it. */
export function toldOfHiddenRun(flowId: string): boolean {
  const isShown = pastRunOf(pastRunsStore.getState().shown, flowId) === undefined;
  if (isShown || runOfFlowNow(runsStore.getState(), flowId)?.outcome !== 'running') return false;
  toasts.show({
    title: 'A run of the history is shown',
    body: 'The newest run of this flow is still under way: go back to it to step through it, or stop it first.',
    icon: 'history',
  });
  return true;
}
