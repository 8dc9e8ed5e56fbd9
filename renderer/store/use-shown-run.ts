import type { RunView } from '#shared/run-events/run-view.ts';
import { usePastRun } from './past-runs.ts';
import { shownRun, useRuns } from './runs-store.ts';

/**
 * The run that the views of an open document show: one of the history where that was opened, else the flow's newest, or the
 * last request of an endpoint; as it was at a moment, where one looks back.
 */
export function useShownRun(ownerId: string | null): RunView | undefined {
  const past = usePastRun(ownerId);
  const live = useRuns((state) => {
    if (ownerId === null) return undefined;
    return shownRun(state, state.latestOfFlow[ownerId] ?? state.singleCalls[ownerId]);
  });
  return past === undefined ? live : (past.back?.view ?? past.view);
}
