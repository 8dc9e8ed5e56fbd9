import { isValueList, isValueObject } from '../value/value-kinds.ts';
import { setOwnValue } from '../value/set-own-value.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { writeJson } from '../value/write-json.ts';

/**
 * Puts keys that we do not know back into a document that is about to be saved, at the level they were at: a newer minor
 * version wrote them, and its reader must find them again (FORMATS, Workspace folder).
 *
 * Items of a list are the same item where they have the same `id`, else where they are equal, else where they have the
 * same `name`; if as many are left on either side they are paired in order, since an edit mostly changes one of them.
 *
 * @param next what is to be saved, as we understand it
 * @param raw what was read, with everything
 * @param known what we understood of `raw`
 */
export function keepUnknownKeys(next: Value, raw: Value, known: Value): Value {
  if (isValueList(next) && isValueList(raw) && isValueList(known)) return keptInList(next, raw, known);
  if (isValueObject(next) && isValueObject(raw) && isValueObject(known))
    return keptInObject(next, raw, known);
  return next;
}

function keptInObject(next: ValueObject, raw: ValueObject, known: ValueObject): ValueObject {
  if (isOtherKind(next, known)) return next;
  const kept: Record<string, Value> = {};
  for (const key of Object.keys(next)) {
    setOwnValue(kept, key, keepUnknownKeys(own(next, key), own(raw, key), own(known, key)));
  }
  for (const key of Object.keys(raw)) {
    if (!Object.hasOwn(known, key) && !Object.hasOwn(next, key)) setOwnValue(kept, key, own(raw, key));
  }
  return kept;
}

/** A body that was JSON and is a form now is another thing, with other keys. */
function isOtherKind(next: ValueObject, known: ValueObject): boolean {
  return ['format', 'kind', 'type'].some((key) => own(next, key) !== own(known, key));
}

function own(object: ValueObject, key: string): Value {
  return Object.hasOwn(object, key) ? (object[key] ?? null) : null;
}

function keptInList(
  next: readonly Value[],
  raw: readonly Value[],
  known: readonly Value[],
): readonly Value[] {
  const before = pairedItems(next, known);
  return next.map((item, index) => {
    const at = before[index] ?? -1;
    return at < 0 ? item : keepUnknownKeys(item, raw[at] ?? null, known[at] ?? null);
  });
}

/** For each new item the place of the old item that it was, or -1. */
function pairedItems(next: readonly Value[], known: readonly Value[]): readonly number[] {
  const places = next.map(() => -1);
  const left = new Set(known.keys());
  for (const identity of [idOf, writeJson, nameOf]) pairBy(identity, next, known, places, left);
  const unpaired = [...places.keys()].filter((index) => places[index] === -1 && hasNoId(next[index]));
  const others = [...left].filter((at) => hasNoId(known[at]));
  if (unpaired.length === others.length)
    unpaired.forEach((index, order) => (places[index] = others[order] ?? -1));
  return places;
}

function pairBy(
  identity: (item: Value) => string | null,
  next: readonly Value[],
  known: readonly Value[],
  places: number[],
  left: Set<number>,
): void {
  const waiting = new Map<string, number[]>();
  for (const at of left) {
    const key = identity(known[at] ?? null);
    if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), at]);
  }
  next.forEach((item, index) => {
    const key = places[index] === -1 ? identity(item) : null;
    const at = key === null ? undefined : waiting.get(key)?.shift();
    if (at === undefined) return;
    places[index] = at;
    left.delete(at);
  });
}

function idOf(item: Value): string | null {
  return textAt(item, 'id');
}

/** What has an id is never taken for something with another one. */
function nameOf(item: Value): string | null {
  return hasNoId(item) ? textAt(item, 'name') : null;
}

function hasNoId(item: Value | undefined): boolean {
  return textAt(item ?? null, 'id') === null;
}

function textAt(item: Value, key: string): string | null {
  const value = isValueObject(item) ? own(item, key) : null;
  return typeof value === 'string' ? value : null;
}
