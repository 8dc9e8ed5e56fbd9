import { isValueList, isValueObject, kindOfValue, type ValueKind } from './value-kinds.ts';
import type { ValueTally } from './value-tally.ts';
import type { Value } from './value.ts';
import { writeJson } from './write-json.ts';

/** How far a value is looked into. What lies beyond is left out, and nothing says so: a shape is a help and no record. */
export const tallyLimits = {
  depth: 8,
  keys: 100,
  items: 50,
  tallies: 400,
  values: 20_000,
  sampleUnits: 80,
  keyUnits: 100,
} as const;

/**
 * Counts what values of one path look like, level by level, so that the limits cut what lies deep before what lies near.
 * Of a long list some items are looked at, spread over its whole length.
 *
 * @param shown what may be seen of a text: keys and samples pass through it, texts that are too long to be a sample do not
 */
export function tallyValues(
  values: readonly Value[],
  shown: (text: string) => string = (text) => text,
): ValueTally {
  const left: { tallies: number; values: number } = { ...tallyLimits };
  const top = newGrowing();
  const waiting: Waiting[] = [{ growing: top, values, depth: 0 }];
  for (const { growing, values: some, depth } of waiting) {
    for (const value of some.slice(0, Math.max(0, left.values))) count(growing, value, shown);
    left.values -= some.length;
    if (depth === tallyLimits.depth) continue;
    for (const below of partsOf(some, growing, shown)) {
      if (left.tallies === 0) break;
      left.tallies -= 1;
      below.add();
      waiting.push({ growing: below.growing, values: below.values, depth: depth + 1 });
    }
  }
  return finished(top);
}

interface Growing {
  readonly kinds: Map<ValueKind, number>;
  sample: string | null;
  readonly keys: Map<string, Growing>;
  items: Growing | null;
}

interface Waiting {
  readonly growing: Growing;
  readonly values: readonly Value[];
  readonly depth: number;
}

interface Part extends Omit<Waiting, 'depth'> {
  readonly add: () => void;
}

const newGrowing = (): Growing => ({ kinds: new Map(), sample: null, keys: new Map(), items: null });

function count(growing: Growing, value: Value, shown: (text: string) => string): void {
  const kind = kindOfValue(value);
  growing.kinds.set(kind, (growing.kinds.get(kind) ?? 0) + 1);
  // A value says more than none.
  if (growing.sample === null || growing.sample === 'null')
    growing.sample = sampleOf(value, shown) ?? growing.sample;
}

/** Longer texts are not even looked through for secrets: a shape must cost little, however large the value. */
const mostUnitsShown = 1000;

function sampleOf(value: Value, shown: (text: string) => string): string | null {
  if (isValueList(value) || isValueObject(value)) return null;
  const written = typeof value === 'string' ? value : writeJson(value);
  if (written.length > mostUnitsShown) return null;
  const clean = shown(written);
  const json = typeof value === 'string' || clean !== written ? JSON.stringify(clean) : written;
  return json.length > tallyLimits.sampleUnits ? null : json;
}

/** What stands one level below: the values of each key, and the items of all lists together. */
function partsOf(
  values: readonly Value[],
  growing: Growing,
  shown: (text: string) => string,
): readonly Part[] {
  const byKey = new Map<string, Value[]>();
  const items: Value[] = [];
  for (const value of values) {
    if (isValueList(value)) items.push(...spread(value));
    else if (isValueObject(value))
      for (const key of Object.keys(value).slice(0, tallyLimits.keys)) {
        if (key.length > tallyLimits.keyUnits) continue;
        const list = byKey.get(key) ?? [];
        list.push(value[key] ?? null);
        byKey.set(key, list);
      }
  }
  const parts = [...byKey].slice(0, tallyLimits.keys).map(([key, list]): Part => {
    const below = newGrowing();
    return { growing: below, values: list, add: () => growing.keys.set(shown(key), below) };
  });
  if (items.length === 0) return parts;
  const below = newGrowing();
  return [...parts, { growing: below, values: items, add: () => (growing.items = below) }];
}

function spread(list: readonly Value[]): readonly Value[] {
  if (list.length <= tallyLimits.items) return list;
  const step = list.length / tallyLimits.items;
  return Array.from({ length: tallyLimits.items }, (_, at) => list[Math.floor(at * step)] ?? null);
}

function finished({ kinds, sample, keys, items }: Growing): ValueTally {
  return {
    kinds: [...kinds],
    sample,
    keys: [...keys].map(([key, below]) => [key, finished(below)] as const),
    items: items === null ? null : finished(items),
  };
}
