import { compareNumbers, decimalOf, numberOfDecimal } from './decimal.ts';
import { ExactNumber } from './exact-number.ts';
import { isValueList, isValueObject } from './value-kinds.ts';
import type { Value } from './value.ts';

/**
 * Whether two values are the same, without any conversion: the text "5" is not the number 5. Numbers compare by value
 * however they are written (`1.0` and `1`), objects whatever the order of their keys.
 */
export function equalValues(left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (isValueList(left) || isValueObject(left)) return valueIdentity(left) === valueIdentity(right);
  return left === right;
}

/** A text that two values share exactly if they are equal; for finding equal ones among many. */
export function valueIdentity(value: Value): string {
  if (isNumber(value)) return numberIdentity(value);
  if (isValueList(value)) return `[${value.map(valueIdentity).join(',')}]`;
  if (!isValueObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${valueIdentity(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

function numberIdentity(number: number | ExactNumber): string {
  const decimal = decimalOf(number);
  return decimal === null ? String(Number(String(number))) : String(numberOfDecimal(decimal));
}

function isNumber(value: Value): value is number | ExactNumber {
  return typeof value === 'number' || value instanceof ExactNumber;
}
