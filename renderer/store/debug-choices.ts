import type { RunId } from '#shared/ids/ids.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { momentOf } from './debug-actions.ts';
import type { PastRun } from './past-runs.ts';
import { pastOf, runOfFlowNow, type LookedBack, type RunsState } from './runs-store.ts';

/** Something that can be done with the run that is shown for a flow. */
export type DebugChoice = 'begin' | 'pause' | 'step' | 'back' | 'forward' | 'rerun' | 'send';

/** What can be done now. A run that is looked back into stands still, whatever it does meanwhile. */
export function debugChoices(state: RunsState, flowId: string | null): readonly DebugChoice[] {
  const run = runOfFlowNow(state, flowId);
  if (run === undefined) return ['begin'];
  const back = state.lookedBack[run.runId];
  const choices = back === undefined ? choicesNow(run, state) : choicesInPast(run, back);
  const before = pastOf(run.runId)?.before(back?.moment.events ?? null);
  return before === undefined ? choices : [...choices, 'back'];
}

function choicesNow(run: RunView, { pausing }: RunsState): readonly DebugChoice[] {
  if (run.outcome !== 'running') return ['begin'];
  if (run.paused === null) return pausing.has(run.runId) ? [] : ['pause'];
  const canRerun = momentOf({ back: null, runId: run.runId as RunId }) !== null;
  return canRerun ? ['step', 'rerun'] : ['step'];
}

function choicesInPast(run: RunView, { view }: LookedBack): readonly DebugChoice[] {
  const isCall = run.calls.some(({ nodeId }) => nodeId === view.currentNodeId);
  return isCall ? ['step', 'forward', 'rerun', 'send'] : ['step', 'forward', 'rerun'];
}

/** What can be done with a run of the history. It does not go on, and nothing of it is sent again. */
export function pastChoices({ back, past }: PastRun): readonly DebugChoice[] {
  const here: readonly DebugChoice[] = back === null ? ['begin'] : ['step', 'forward'];
  return past?.before(back?.moment.events ?? null) === undefined ? here : [...here, 'back'];
}
