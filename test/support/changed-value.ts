// Changes one part of a value, for tests that try every part of a document.
import { isValueList, isValueObject } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';

/** How to get to a part of a value. */
export type Way = readonly (string | number)[];

/** The way to every part of a value. */
export function waysIn(value: Value): readonly Way[] {
  if (isValueList(value))
    return value.flatMap((item, at) => [[at], ...waysIn(item).map((way) => [at, ...way])]);
  if (!isValueObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [[key], ...waysIn(item).map((way) => [key, ...way])]);
}

/** A value in which the part at the end of a way is what a change makes of it; nothing takes it away. */
export function changedAt(
  value: Value,
  [step, ...rest]: Way,
  change: (part: Value) => Value | undefined,
): Value {
  const next = (part: Value) => (rest.length === 0 ? change(part) : changedAt(part, rest, change));
  if (isValueList(value))
    return value.flatMap((item, at) => {
      const own = at === step ? next(item) : item;
      return own === undefined ? [] : [own];
    });
  if (!isValueObject(value)) return value;
  const members = Object.entries(value).map(
    ([key, item]) => [key, key === step ? next(item) : item] as const,
  );
  return Object.fromEntries(members.filter((member): member is [string, Value] => member[1] !== undefined));
}
