import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { safePattern } from '../template/helpers/safe-pattern.ts';
import { equalValues } from '../value/equal-values.ts';
import { readJson } from '../value/read-json.ts';
import { isValueList, isValueObject, kindOfValue, type ValueKind } from '../value/value-kinds.ts';
import type { Value } from '../value/value.ts';
import { valueText } from '../value/value-text.ts';
import { writeJson } from '../value/write-json.ts';
import type { Matcher } from './matcher.ts';
import { subsetTrouble } from './subset-trouble.ts';

/** What came of holding a value against a matcher; both sides in words, to stand side by side. */
export interface ValueJudgement {
  readonly passed: boolean;
  /** Whether it could be judged: what could not is no proof of the contrary either. */
  readonly judged: boolean;
  readonly expected: string;
  readonly actual: string;
}

/** Judges a value; `undefined` is one that is not there. What cannot be judged has failed, and says why. */
export function judgeValue(matcher: Matcher, actual: Value | undefined): ValueJudgement {
  const shown = actual === undefined ? 'nothing' : shownValue(actual);
  const sides = (passed: boolean, expected: string) => ({ passed, judged: true, expected, actual: shown });
  if (matcher.is === 'present') return sides(actual !== undefined, 'anything');
  if (matcher.is === 'missing') return sides(actual === undefined, 'nothing');
  const wanted = expectedValue(matcher);
  if (!wanted.ok) return { ...sides(false, wanted.failure), judged: false };
  const expected = `${words[matcher.is]}${shownValue(wanted.value)}`;
  if (actual === undefined) return sides(false, expected);
  const { judged, trouble } = compared(matcher.is, wanted.value, actual);
  const note = trouble === null || trouble === '' ? '' : ` (${trouble})`;
  return { passed: trouble === null, judged, expected, actual: `${shown}${note}` };
}

/**
 * Judges a value of which only the beginning is there: that it is there can be said, and no more.
 *
 * @param what the value in a few words, such as "a body"
 */
export function judgeTruncated(matcher: Matcher, what: string): ValueJudgement {
  const { expected } = judgeValue(matcher, '');
  const actual = `${what} of over 64 kB`;
  if (matcher.is === 'present' || matcher.is === 'missing')
    return { passed: matcher.is === 'present', judged: true, expected, actual };
  return { passed: false, judged: false, expected, actual: `${actual}, which is too long to be judged` };
}

/** The value that a matcher expects, or why there is none, in a sentence. */
export function expectedValue({ column, json, text }: Matcher): Outcome<Value, string> {
  if (column !== undefined)
    return failed(`the column "${column}", which this run has not: it needs a row of data with that column`);
  if (json === undefined) return succeeded(text ?? '');
  const read = readJson(json);
  if (read.ok) return read;
  return failed(`JSON that cannot be read: column ${String(read.failure.column)}: ${read.failure.message}`);
}

/**
 * A value as a report shows it: JSON, so that a text is told from a number. It is whole, so that a secret in it can be found;
 * who shows it makes it shorter.
 */
export function shownValue(value: Value): string {
  return writeJson(value);
}

type ValueWay = Exclude<Matcher['is'], 'present' | 'missing'>;

const words: Readonly<Record<ValueWay, string>> = {
  equal: '',
  contains: 'contains ',
  subset: 'has all of ',
  matches: 'matches ',
};

/** What is wrong in a few words, perhaps none; `null` where nothing is. */
interface Compared {
  readonly judged: boolean;
  readonly trouble: string | null;
}

function compared(way: ValueWay, wanted: Value, actual: Value): Compared {
  switch (way) {
    case 'equal':
      return judgedAs(equalValues(wanted, actual) ? null : kindNote(wanted, actual));
    case 'contains':
      return judgedAs(containsTrouble(wanted, actual));
    case 'subset':
      return judgedAs(subsetTrouble(wanted, actual));
    case 'matches':
      return matched(wanted, actual);
  }
}

function judgedAs(trouble: string | null): Compared {
  return { judged: true, trouble };
}

/** What is no difference to the eye: the number 5 and the text "5". */
function kindNote(wanted: Value, actual: Value): string {
  const [one, other] = [kindOfValue(wanted), kindOfValue(actual)];
  if (one === other) return one === 'object' || one === 'list' ? (subsetTrouble(wanted, actual) ?? '') : '';
  return `${aKind(other)}, and not ${aKind(one)}`;
}

function containsTrouble(wanted: Value, actual: Value): string | null {
  if (isValueList(actual)) return actual.some((item) => equalValues(item, wanted)) ? null : '';
  if (typeof actual !== 'string') return `${aKind(kindOfValue(actual))}, which contains nothing`;
  if (typeof wanted === 'string') return actual.includes(wanted) ? null : '';
  return actual.includes(valueText(wanted)) ? null : '';
}

function matched(wanted: Value, actual: Value): Compared {
  if (typeof wanted !== 'string') return { judged: false, trouble: 'the pattern is no text' };
  if (isValueList(actual) || isValueObject(actual)) return judgedAs('which no pattern is looked for in');
  const text = valueText(actual);
  const pattern = safePattern(wanted, text);
  if (!pattern.ok) return { judged: false, trouble: `the pattern ${pattern.failure}` };
  return judgedAs(pattern.value.test(text) ? null : '');
}

function aKind(kind: ValueKind): string {
  return kind === 'null' ? 'null' : `${kind === 'object' ? 'an' : 'a'} ${kind}`;
}
