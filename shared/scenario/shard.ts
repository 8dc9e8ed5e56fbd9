/** How long each scenario took when it was run last, in milliseconds, by its id. */
export type Timings = Readonly<Record<string, number>>;

/**
 * The part of some things that one of several machines takes: every thing is in exactly one part, whichever machine asks, and
 * the parts take as equally long as the longest-first rule makes them. What has no time yet counts as the average.
 *
 * @param index from 1
 */
export function shardOf<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  { count, index }: { readonly index: number; readonly count: number },
  timings: Timings,
): readonly Thing[] {
  const known = things.map(({ id }) => timings[id]).filter((ms) => ms !== undefined);
  const average = known.length === 0 ? 1 : known.reduce((sum, ms) => sum + ms, 0) / known.length;
  const weighed = things.map((thing) => ({ thing, weight: timings[thing.id] ?? average }));
  const longestFirst = weighed.toSorted(
    (one, other) => other.weight - one.weight || compared(one.thing.id, other.thing.id),
  );
  const loads = Array.from({ length: count }, () => 0);
  const mine = new Set<Thing>();
  for (const { thing, weight } of longestFirst) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + weight;
    if (least === index - 1) mine.add(thing);
  }
  return things.filter((thing) => mine.has(thing));
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
