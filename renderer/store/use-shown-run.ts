import type { RunView } from '#shared/run-events/run-view.ts';
import { shownRun, useRuns } from './runs-store.ts';

/** The run that the views below an open document show: the flow's newest, or the last request of an endpoint. */
export function useShownRun(ownerId: string | null): RunView | undefined {
  return useRuns((state) => {
    if (ownerId === null) return undefined;
    return shownRun(state, state.latestOfFlow[ownerId] ?? state.singleCalls[ownerId]);
  });
}
