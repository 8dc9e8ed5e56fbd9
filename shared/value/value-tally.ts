import type { ValueKind } from './value-kinds.ts';
import type { ValueShape } from './value-shape.ts';

/**
 * What was counted of the values under one path. Unlike a `ValueShape` tallies of different samples can be added, and
 * they are plain JSON, so that they cross to the page.
 */
export interface ValueTally {
  /** How often each kind came. */
  readonly kinds: readonly (readonly [ValueKind, number])[];
  /** A text, number, boolean or `null` as JSON, as `ValueShape` has it. */
  readonly sample: string | null;
  /** What stood under the keys of objects, in the order in which they came. */
  readonly keys: readonly (readonly [string, ValueTally])[];
  /** What the items of lists have in common; `null` where no list had any. */
  readonly items: ValueTally | null;
}

/** A tally of something that no value was seen of, but that is known to be of some kinds. */
export function declaredTally(
  kinds: readonly ValueKind[],
  keys: Readonly<Record<string, ValueTally>> = {},
): ValueTally {
  return {
    kinds: kinds.map((kind) => [kind, 0] as const),
    sample: null,
    keys: Object.entries(keys),
    items: null,
  };
}

/** The tally of all samples together; `null` for none. Keys and kinds keep the order of the first that has them. */
export function addedTallies(tallies: readonly ValueTally[]): ValueTally | null {
  const [first, ...others] = tallies;
  if (first === undefined || others.length === 0) return first ?? null;
  const kinds = new Map<ValueKind, number>();
  const keys = new Map<string, ValueTally[]>();
  for (const tally of tallies) {
    for (const [kind, times] of tally.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + times);
    for (const [key, below] of tally.keys) keys.set(key, [...(keys.get(key) ?? []), below]);
  }
  return {
    kinds: [...kinds],
    sample: betterSample(tallies),
    keys: [...keys].flatMap(([key, list]) => {
      const added = addedTallies(list);
      return added === null ? [] : [[key, added] as const];
    }),
    items: addedTallies(tallies.map(({ items }) => items).filter((items) => items !== null)),
  };
}

/** A value says more than none. */
function betterSample(tallies: readonly ValueTally[]): string | null {
  const samples = tallies.map(({ sample }) => sample).filter((sample) => sample !== null);
  return samples.find((sample) => sample !== 'null') ?? samples[0] ?? null;
}

/** What a tally says about the values of a path. */
export function shapeOfTally(tally: ValueTally, of = seenIn(tally)): ValueShape {
  const objects = timesOf(tally, 'object');
  const seen = seenIn(tally);
  const kinds = tally.kinds.filter(([, times]) => times > 0 || seen === 0);
  return {
    kinds: kinds.toSorted(([, a], [, b]) => b - a).map(([kind]) => kind),
    seen,
    of,
    sample: tally.sample,
    keys: new Map(
      tally.keys.map(([key, below]) => [key, shapeOfTally(below, Math.max(objects, seenIn(below)))]),
    ),
    items: tally.items === null ? null : shapeOfTally(tally.items),
  };
}

const seenIn = ({ kinds }: ValueTally): number => kinds.reduce((sum, [, times]) => sum + times, 0);

const timesOf = ({ kinds }: ValueTally, kind: ValueKind): number =>
  kinds.find(([each]) => each === kind)?.[1] ?? 0;
