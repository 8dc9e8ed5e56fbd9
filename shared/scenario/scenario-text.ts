import type { z } from 'zod';
import type { ScenarioId } from '../ids/ids.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { jsonPlace, type JsonPlace } from '../value/json-place.ts';
import { readJson } from '../value/read-json.ts';
import { plainJson } from '../workspace/plain-json.ts';
import { whereAndWhat } from '../workspace/read-stored-file.ts';
import { writeDocument } from '../workspace/write-stored-file.ts';
import { scenarioSchema, type Scenario } from './scenario.ts';

/** Why a text is no scenario, and where in it, in UTF-16 units. */
export interface ScenarioTextTrouble extends JsonPlace {
  /** A sentence for people. */
  readonly message: string;
}

/** A scenario as its file has it. */
export function scenarioText(scenario: Scenario): string {
  return writeDocument(scenario, null);
}

/** Reads a scenario from what somebody wrote; the failures, at least one, are in the order of the text. */
export function readScenarioText(
  text: string,
  id: ScenarioId,
): Outcome<Scenario, readonly [ScenarioTextTrouble, ...ScenarioTextTrouble[]]> {
  const json = readJson(text);
  if (!json.ok) {
    const { message, offset } = json.failure;
    return failed([{ message, start: offset, end: Math.min(text.length, offset + 1) }]);
  }
  const parsed = scenarioSchema.safeParse(plainJson(json.value));
  if (!parsed.success) {
    const [first, ...others] = parsed.error.issues
      .map((issue) => troubleOf(text, issue))
      .sort((a, b) => a.start - b.start);
    return failed([first ?? { message: 'This is no scenario.', start: 0, end: text.length }, ...others]);
  }
  if (parsed.data.id === id) return succeeded(parsed.data);
  const message = `The id has to stay ${id}: it is what others know this scenario by.`;
  return failed([{ message, ...jsonPlace(text, ['id']) }]);
}

function troubleOf(text: string, issue: z.core.$ZodIssue): ScenarioTextTrouble {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  return { message: `${whereAndWhat(issue)}.`, ...jsonPlace(text, path) };
}
