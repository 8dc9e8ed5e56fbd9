// What a person would type for variables to have what a run had: the first filling of every field for a sample.
import { useMemo } from 'react';
import type { RunView } from '#shared/run-events/run-view.ts';
import { useEarlierRuns, useEarlierRunsRead } from './earlier-runs.ts';
import { variablesOf } from './seen-variables.ts';
import { storedText, type TextLack } from './stored-text.ts';
import { useShownRun } from './use-shown-run.ts';

/** What the last runs have for some names. */
export interface LastTexts {
  readonly texts: Readonly<Record<string, string>>;
  /** Why there is no text for a name though a run has set it. */
  readonly lacks: Readonly<Record<string, TextLack>>;
}

/**
 * The texts of variables of a flow: each from the run that is shown, else from the newest one of the history that has it. That one
 * is read only while none that was read has set a variable.
 */
export function useLastTexts(flowId: string, names: readonly string[]): LastTexts {
  const shown = useShownRun(flowId);
  const earlier = useEarlierRuns(flowId);
  const last = useMemo(
    () => lastTexts(names, shown === undefined ? earlier : [shown, ...earlier], flowId),
    [names, shown, earlier, flowId],
  );
  useEarlierRunsRead(
    flowId,
    names.some((name) => last.texts[name] === undefined && last.lacks[name] === undefined),
  );
  return last;
}

/** The texts that runs give to variables of one flow. The first run that has set one decides, also where it has no text for it. */
export function lastTexts(names: readonly string[], runs: readonly RunView[], flowId: string): LastTexts {
  const texts: Record<string, string> = {};
  const lacks: Record<string, TextLack> = {};
  const left = new Set(names);
  for (const run of runs) {
    const variables = variablesOf([run], flowId);
    for (const name of left) {
      const variable = variables.findLast((each) => each.name === name);
      if (variable === undefined) continue;
      left.delete(name);
      const stored = storedText(variable);
      if ('text' in stored) texts[name] = stored.text;
      else lacks[name] = stored.lack;
    }
  }
  return { texts, lacks };
}
