import { pathText } from '../template/write-path.ts';
import { equalValues } from '../value/equal-values.ts';
import { isValueList, isValueObject } from '../value/value-kinds.ts';
import type { Value, ValueObject } from '../value/value.ts';

/**
 * Where a value has not everything that is wanted of it, in a few words; `null` where it has. Objects may have further keys,
 * lists further items: those wanted have to come in their order, each met by an item of its own.
 */
export function subsetTrouble(wanted: Value, actual: Value): string | null {
  return troubleAt(wanted, actual, []);
}

function troubleAt(wanted: Value, actual: Value | undefined, path: readonly string[]): string | null {
  if (actual === undefined) return `${placeOf(path)} is missing`;
  if (isValueObject(wanted)) return isValueObject(actual) ? inObject(wanted, actual, path) : differs(path);
  if (isValueList(wanted)) return isValueList(actual) ? inList(wanted, actual, path) : differs(path);
  return equalValues(wanted, actual) ? null : differs(path);
}

function inObject(wanted: ValueObject, actual: ValueObject, path: readonly string[]): string | null {
  for (const key of Object.keys(wanted)) {
    const member = Object.hasOwn(actual, key) ? actual[key] : undefined;
    const trouble = troubleAt(wanted[key] ?? null, member, [...path, key]);
    if (trouble !== null) return trouble;
  }
  return null;
}

/** The earliest item that fits is always a right choice: whatever comes later has the more items left. */
function inList(wanted: readonly Value[], actual: readonly Value[], path: readonly string[]): string | null {
  let next = 0;
  for (const [index, item] of wanted.entries()) {
    while (next < actual.length && troubleAt(item, actual[next], []) !== null) next += 1;
    if (next >= actual.length) return `no item is as ${placeOf([...path, String(index)])} wants`;
    next += 1;
  }
  return null;
}

function differs(path: readonly string[]): string {
  return path.length === 0 ? '' : `${placeOf(path)} differs`;
}

function placeOf(path: readonly string[]): string {
  return path.length === 0 ? 'the value' : pathText(path);
}
