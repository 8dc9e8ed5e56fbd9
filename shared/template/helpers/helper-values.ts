import { ExactNumber } from '../../value/exact-number.ts';
import { readJson } from '../../value/read-json.ts';
import { isValueList, kindOfValue } from '../../value/value-kinds.ts';
import { valueText } from '../../value/value-text.ts';
import type { Value } from '../../value/value.ts';
import { HelperRefusal } from './helper.ts';

/** What a helper was given at a place, where absent and `null` mean nothing was given. */
export function givenValue(values: readonly Value[], index: number): Value {
  return values[index] ?? null;
}

/** A parameter as text; every value has one. */
export function givenText(values: readonly Value[], index: number): string {
  return valueText(givenValue(values, index));
}

/** A value as a number: a number itself, or text that is written as one; `null` stays `null`. */
export function numberOrNull(value: Value): number | ExactNumber | null {
  if (value === null || typeof value === 'number' || value instanceof ExactNumber) return value;
  const read = typeof value === 'string' ? readJson(value) : null;
  const number = read?.ok === true ? read.value : null;
  if (typeof number === 'number' || number instanceof ExactNumber) return number;
  throw new HelperRefusal('number', kindOfValue(value));
}

/** A value as a whole number that fits a count or a place in a list; `fallback` where nothing was given. */
export function wholeNumber(value: Value, fallback: number): number {
  const number = numberOrNull(value);
  if (number === null) return fallback;
  const whole = Number(String(number));
  if (Number.isSafeInteger(whole)) return whole;
  throw new HelperRefusal('whole number', 'another number');
}

/** A value as a list; nothing counts as the empty list. */
export function givenList(value: Value): readonly Value[] {
  if (value === null) return [];
  if (isValueList(value)) return value;
  throw new HelperRefusal('list', kindOfValue(value));
}
