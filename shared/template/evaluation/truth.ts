import { ExactNumber } from '../../value/exact-number.ts';
import type { Value } from '../../value/value.ts';

/**
 * What counts as true: everything but `false`, `null`, unknown, zero in any spelling, empty text and the empty list.
 * The texts "0" and "false" and the empty object are true.
 */
export function isTruthy(value: Value | undefined): boolean {
  return !isZero(value) && !isEmpty(value);
}

/** As `isTruthy`, but zero counts as something: the rule of `with` and of `includeZero`. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

function isZero(value: Value | undefined): boolean {
  if (value instanceof ExactNumber) return /^-?[0.]+(?:[eE]|$)/.test(value.text);
  return value === 0 || Number.isNaN(value);
}
