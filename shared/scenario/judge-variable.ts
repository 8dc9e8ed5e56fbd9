import { readJson } from '../value/read-json.ts';
import { valueAtPath } from '../value/value-at-path.ts';
import type { Value } from '../value/value.ts';
import type { ExpectationOf } from './expectation.ts';
import { met, unmet, type Judgement } from './expectation-result.ts';
import { judgeTruncated, judgeValue, type ValueJudgement } from './judge-value.ts';
import type { Matcher } from './matcher.ts';
import { readValuePath } from './read-value-path.ts';
import type { RunFacts } from './run-facts.ts';

interface PreviewedValue {
  readonly json: string;
  readonly truncated: boolean;
}

/** What a preview of a value shows; `null` where only its beginning is there, which cannot be judged. */
export function previewedValue(preview: PreviewedValue): Value | null {
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
  const { actual, expected, passed } = judgePart(value, variable?.value, rest);
  if (passed) return met(title, expected, actual);
  return unmet(title, expected, actual, variable?.seq ?? lastSeq);
}

/** Whether a part is there, of a value of which only the beginning is, nobody knows. */
function judgePart(
  matcher: Matcher,
  preview: PreviewedValue | undefined,
  keys: readonly string[],
): ValueJudgement {
  if (preview?.truncated !== true)
    return judgeValue(
      matcher,
      valueAtPath(preview === undefined ? undefined : (previewedValue(preview) ?? null), keys),
    );
  const whole = judgeTruncated(matcher, 'a value');
  if (keys.length === 0 || !whole.judged) return whole;
  return {
    ...whole,
    passed: false,
    judged: false,
    actual: 'a part of a value of over 64 kB, which is too long to be judged',
  };
}
