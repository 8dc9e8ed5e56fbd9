// What a person would type for variables to have what a run had: the first filling of every field for a sample.
import { useMemo } from 'react';
import type { RunView } from '#shared/run-events/run-view.ts';
import { useEarlierRuns, useEarlierRunsRead } from './earlier-runs.ts';
import { variablesOf } from './seen-variables.ts';
import { storedText } from './stored-text.ts';
import { useShownRun } from './use-shown-run.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * The texts of variables of a flow: each from the run that is shown, else from the newest one of the history that has it. That one
 * is read only while a variable has none.
 */
export function useLastTexts(flowId: string, names: readonly string[]): Texts {
  const shown = useShownRun(flowId);
  const earlier = useEarlierRuns(flowId);
  const texts = useMemo(
    () => lastTexts(names, shown === undefined ? earlier : [shown, ...earlier], flowId),
    [names, shown, earlier, flowId],
  );
  useEarlierRunsRead(
    flowId,
    names.some((name) => texts[name] === undefined),
  );
  return texts;
}

/** The texts that runs give to variables of one flow, where the first run that has one decides. */
export function lastTexts(names: readonly string[], runs: readonly RunView[], flowId: string): Texts {
  const texts: Record<string, string> = {};
  for (const run of runs) {
    const variables = variablesOf([run], flowId);
    for (const name of names) {
      const text = storedText(variables.findLast((variable) => variable.name === name));
      if (text !== undefined) texts[name] ??= text;
    }
  }
  return texts;
}
