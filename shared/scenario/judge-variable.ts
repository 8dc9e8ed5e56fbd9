import { readJson } from '../value/read-json.ts';
import { valueAtPath } from '../value/value-at-path.ts';
import type { Value } from '../value/value.ts';
import type { ExpectationOf } from './expectation.ts';
import { met, unmet, type Judgement } from './expectation-result.ts';
import { judgeValue } from './judge-value.ts';
import { readValuePath } from './read-value-path.ts';
import type { RunFacts } from './run-facts.ts';

/** What a preview of a value shows; `null` where only its beginning is there, which cannot be judged. */
export function previewedValue(preview: {
  readonly json: string;
  readonly truncated: boolean;
}): Value | null {
  const read = preview.truncated ? null : readJson(preview.json);
  return read?.ok === true ? read.value : null;
}

/** Whether a variable, or a part of it, is as expected at the end of the run. */
export function judgeVariable(
  { path, value }: ExpectationOf<'variable'>,
  { lastSeq, variables }: RunFacts,
): Judgement {
  const title = `the variable ${path}`;
  const keys = readValuePath(path);
  if (keys === null) {
    const expected = 'a path such as order.body.items.0.name';
    return unmet(title, expected, `"${path}", which is no path`, null);
  }
  const [name, ...rest] = keys;
  const variable = variables.get(name);
  if (variable?.value.truncated === true) {
    const { expected } = judgeValue(value, '');
    return unmet(title, expected, 'a value of over 64 kB, which is too long to be judged', variable.seq);
  }
  const whole = variable === undefined ? undefined : (previewedValue(variable.value) ?? null);
  const { actual, expected, passed } = judgeValue(value, valueAtPath(whole, rest));
  if (passed) return met(title, expected, actual);
  return unmet(title, expected, actual, variable?.seq ?? lastSeq);
}
