import { useMemo } from 'react';
import type { RunView, VariableView } from '#shared/run-events/run-view.ts';
import { setOwnValue } from '#shared/value/set-own-value.ts';
import { tallyValues } from '#shared/value/tally-values.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import { addedTallies, type ValueTally } from '#shared/value/value-tally.ts';
import type { SeenTallies } from '#shared/flow/known-names.ts';
import { useEarlierRuns } from './earlier-runs.ts';
import { keptWhileSame } from './kept-while-same.ts';
import { usePastRun } from './past-runs.ts';
import { useRuns, type RunsState } from './runs-store.ts';
import { storedValue } from './stored-value.ts';

/**
 * What the runs of a flow have stored: whole runs and calls that were sent alone, as many as the window remembers, and of the
 * history those that were read for a value.
 */
export interface SeenVariables {
  readonly tallies: SeenTallies;
  /** Of each variable the value that came last, or its beginning. Runs show no secrets. */
  readonly values: ValueObject;
}

/** The variables that the window has seen of a flow; the same object as long as no run stores another value. */
export function useSeenVariables(flowId: string): SeenVariables {
  const earlier = useEarlierRuns(flowId);
  const past = usePastRun(flowId)?.view;
  const viewsOf = useMemo(
    () =>
      keptWhileSame(({ runs }: Pick<RunsState, 'runs'>) => {
        const before = earlier.filter(({ runId }) => runs[runId] === undefined).toReversed();
        return variablesOf([...before, ...Object.values(runs)], flowId);
      }),
    [earlier, flowId],
  );
  const views = useRuns(viewsOf);
  // What is shown has the last word: the preview of a field tells of the run that is beside it.
  return useMemo(
    () => seenIn(past === undefined ? views : [...views, ...variablesOf([past], flowId)]),
    [flowId, past, views],
  );
}

/** What the runs of one flow have stored, also where it was unset again; the oldest run first, so that what came last has the last word. */
export function variablesOf(runs: readonly RunView[], flowId: string): readonly VariableView[] {
  return runs.flatMap(({ callers, inFlow, leftVariables, unsetVariables, variables }) => [
    ...(leftVariables[flowId] ?? []),
    ...[...callers, { ...inFlow, unsetVariables, variables }]
      .filter((each) => each.flowId === flowId)
      .flatMap((each) => [...each.unsetVariables, ...each.variables]),
  ]);
}

/** What is seen in variables of several runs together. */
export function seenIn(views: readonly VariableView[]): SeenVariables {
  const lists = new Map<string, ValueTally[]>();
  const values: Record<string, Value> = {};
  for (const view of views) {
    const { name } = view;
    const { tally, value } = contentOf(view);
    lists.set(name, [...(lists.get(name) ?? []), tally]);
    setOwnValue(values, name, value);
  }
  const tallies = new Map<string, ValueTally>();
  for (const [name, list] of lists) {
    const added = addedTallies(list);
    if (added !== null) tallies.set(name, added);
  }
  return { tallies, values };
}

interface Content {
  readonly tally: ValueTally;
  readonly value: Value;
}

/** Counted once for each value that a run stores: it may be large. */
const known = new WeakMap<VariableView, Content>();

function contentOf(view: VariableView): Content {
  const content = known.get(view) ?? contentRead(view);
  known.set(view, content);
  return content;
}

function contentRead(view: VariableView): Content {
  const value = storedValue(view) ?? null;
  return { value, tally: view.value.tally ?? tallyValues([value]) };
}
