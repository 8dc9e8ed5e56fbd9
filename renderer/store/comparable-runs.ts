import { useMemo } from 'react';
import { isWholeFlow, madeAtOf, type PastOutcome, type RunSummary } from '#shared/run-history/run-summary.ts';
import { historyStore, useHistory } from './history-store.ts';
import { runsStore, useRuns, type RunsState } from './runs-store.ts';

/** A run of a flow that can be compared with another one of it. */
export interface ComparableRun {
  readonly runId: string;
  /** What its list is called after: the scenario, where one ran it. */
  readonly scenario: string | null;
  readonly startedAt: string;
  readonly outcome: PastOutcome;
  readonly environmentName: string | null;
}

/** More are not offered: nobody finds one among more. */
const mostRuns = 200;

/** The newest runs of a flow, the oldest of them first: those of the history, and those that only the window knows. */
export function comparableRuns(
  flowId: string,
  kept: readonly RunSummary[],
  state: Pick<RunsState, 'runs' | 'singleCalls'>,
): readonly ComparableRun[] {
  return runsOfFlow(flowId, keptOfFlow(flowId, kept), state)
    .map(({ environmentName, outcome, runId, scenario, startedAt }) => {
      const now = state.runs[runId]?.outcome ?? outcome;
      return { runId, scenario, startedAt, outcome: now, environmentName };
    })
    .sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt))
    .slice(-mostRuns);
}

const keptOfFlow = (flowId: string, kept: readonly RunSummary[]): readonly RunSummary[] =>
  kept.filter((run) => run.flowId === flowId);

/** @param kept what the history has of the flow */
function runsOfFlow(
  flowId: string,
  kept: readonly RunSummary[],
  { runs, singleCalls }: Pick<RunsState, 'runs' | 'singleCalls'>,
) {
  const known = new Set<string>([...kept.map(({ runId }) => runId), ...Object.values(singleCalls)]);
  const here = Object.values(runs)
    .filter((run) => run.flowId === flowId && !known.has(run.runId))
    .map((run) => ({ ...run, scenario: null }));
  // One that goes on elsewhere cannot be read to its end yet.
  const past = kept
    .filter(({ origin, outcome, runId }) => isWholeFlow(origin) && (outcome !== 'running' || runId in runs))
    .map((run) => ({
      ...run,
      startedAt: madeAtOf(run),
      scenario: run.origin.type === 'scenario' ? run.name : null,
    }));
  return [...past, ...here];
}

/** The runs of a flow that can be compared as they are known now. */
export const comparableRunsNow = (flowId: string): readonly ComparableRun[] =>
  comparableRuns(flowId, historyStore.getState().runs, runsStore.getState());

/** Whether there are two runs of a flow to be compared. Runs tell something all the time: then only those of the flow are asked. */
export function useCanCompare(flowId: string): boolean {
  const kept = useHistory(({ runs }) => runs);
  const ofFlow = useMemo(() => keptOfFlow(flowId, kept), [flowId, kept]);
  return useRuns((state) => runsOfFlow(flowId, ofFlow, state).length > 1);
}
