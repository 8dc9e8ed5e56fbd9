import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { scenarioIdSchema, type ScenarioId } from '#shared/ids/ids.ts';
import { scenarioResultSchema, type ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import { systemErrorCode } from '../../workspace/files/system-error.ts';
import { setAside } from '../../workspace/files/set-aside.ts';

/** What came of one scenario the last time, with all of its rows: a file of its own. */
const keptFileSchema = z.strictObject({
  format: z.literal('flowbench.scenario-results'),
  version: z.literal(1),
  results: z.array(scenarioResultSchema),
});

/** More of one scenario is not kept. */
const mostBytes = 2_000_000;

const ending = '.json';

export const keptFileName = (id: ScenarioId): string => `${id}${ending}`;

/** The scenario that a file is of; `null` for whatever else lies in the folder. */
export function scenarioOfFile(name: string): ScenarioId | null {
  const parsed = scenarioIdSchema.safeParse(name.endsWith(ending) ? name.slice(0, -ending.length) : '');
  return parsed.success ? parsed.data : null;
}

/** What a file holds; nothing where there is none, and a damaged one is set aside, which `note` hears of. */
export async function readKeptFile(
  file: string,
  note: (sentence: string) => void,
): Promise<readonly ScenarioResult[] | null> {
  try {
    return keptFileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).results;
  } catch (error) {
    if (systemErrorCode(error) === '') {
      const aside = await setAside(file);
      note(`Results of a scenario were damaged and are not shown; the file is ${aside ?? file}.`);
    }
    return null;
  }
}

/**
 * The text of a file. Where that is too large, conversations of rows after the first are left out, then what was expected of
 * rows that passed; `null` where that is too large as well.
 */
export function keptFileText(results: readonly ScenarioResult[]): string | null {
  const withoutSaid = results.map((each, at) => (at === 0 ? each : { ...each, said: null }));
  const withoutPassed = withoutSaid.map((each) =>
    each.outcome === 'passed' ? { ...each, results: [] } : each,
  );
  for (const kept of [results, withoutSaid, withoutPassed]) {
    const text = JSON.stringify({ format: 'flowbench.scenario-results', version: 1, results: kept });
    if (Buffer.byteLength(text) <= mostBytes) return text;
  }
  return null;
}
