import { isValueList, isValueObject } from './value-kinds.ts';
import type { Value } from './value.ts';

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

/** One step of `valueAtPath`. */
export function memberOfValue(value: Value, key: string): Value | undefined {
  if (isValueObject(value)) return Object.hasOwn(value, key) ? value[key] : undefined;
  if (key === 'length' && (typeof value === 'string' || isValueList(value))) return value.length;
  return isValueList(value) ? itemOfList(value, key) : undefined;
}

function itemOfList(list: readonly Value[], key: string): Value | undefined {
  // "01" and "1e0" are not how an item is named, though Number would take them for one.
  return /^(?:0|[1-9]\d*)$/.test(key) ? list[Number(key)] : undefined;
}
