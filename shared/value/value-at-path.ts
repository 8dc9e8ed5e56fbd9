import { ExactNumber } from './exact-number.ts';
import type { Value, ValueObject } from './value.ts';

/**
 * The value at the end of a path of keys, or `undefined` where the path leads nowhere.
 *
 * Only own keys count, so that no path reaches a prototype; the sole exception is `length` of lists and texts, counted
 * in UTF-16 units as everywhere else.
 */
export function valueAtPath(value: Value | undefined, path: readonly string[]): Value | undefined {
  let found = value;
  for (const key of path) {
    if (found === undefined) return undefined;
    found = memberOfValue(found, key);
  }
  return found;
}

/** One step of `valueAtPath`. Own keys of a list are the numbers of its items as people write them, and `length`. */
export function memberOfValue(value: Value, key: string): Value | undefined {
  if (typeof value === 'string') return key === 'length' ? value.length : undefined;
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return undefined;
  return Object.hasOwn(value, key) ? (value as ValueObject)[key] : undefined;
}
