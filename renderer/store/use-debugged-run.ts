import type { Moment } from '#shared/run-events/run-past.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { usePastRun, type PastRun } from './past-runs.ts';
import { pastOf, runOfFlowNow, useRuns, type LookedBack } from './runs-store.ts';

/** A run that is shown with what the debugger knows of it. */
export interface ShownDebugged {
  /** The run as it is now; one of the history as it was in the end. */
  readonly now: RunView;
  /** The run as it is looked at. */
  readonly shown: RunView;
  readonly back: LookedBack | null;
  readonly moments: readonly Moment[];
  /** Whether it is a run of the history, which can only be looked at. */
  readonly isPast: boolean;
}

/** The run that is shown for a flow, as the debugger's bar needs it. */
export function useShownDebugged(flowId: string): ShownDebugged | null {
  const past = usePastRun(flowId);
  const now = useRuns((state) => runOfFlowNow(state, flowId));
  const back = useRuns((state) => state.lookedBack[now?.runId ?? '']) ?? null;
  if (past !== undefined) return pastDebugged(past);
  if (now === undefined) return null;
  return { now, shown: back?.view ?? now, back, moments: pastOf(now.runId)?.moments ?? [], isPast: false };
}

function pastDebugged({ back, past, view }: PastRun): ShownDebugged {
  return { now: view, shown: back?.view ?? view, back, moments: past?.moments ?? [], isPast: true };
}

/** How the run that is shown for a flow stands still: paused, or looked back into; `null` where it does not. */
export function useStanding(flowId: string | null): 'paused' | 'looked-back' | null {
  const past = usePastRun(flowId);
  const live = useRuns((state) => {
    const run = runOfFlowNow(state, flowId);
    if (run === undefined) return null;
    if (state.lookedBack[run.runId] !== undefined) return 'looked-back';
    return run.paused !== null && run.outcome === 'running' ? 'paused' : null;
  });
  if (past === undefined) return live;
  return past.back === null ? null : 'looked-back';
}

/** Whether the run that is shown for a flow is one that goes on. */
export function useIsUnderWay(flowId: string): boolean {
  const isPast = usePastRun(flowId) !== undefined;
  return useRuns((state) => !isPast && runOfFlowNow(state, flowId)?.outcome === 'running');
}
