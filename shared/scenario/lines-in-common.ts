/** The place of a line in one list, and its place in another. */
export type PlacePair = readonly [at: number, to: number];

/**
 * The places of lines that stand once in either list, such as ids: as many as are in the same order in both. Between them
 * two long lists can be compared stretch by stretch (the idea of Bram Cohen's patience diff).
 */
export function linesInCommon(one: readonly string[], other: readonly string[]): readonly PlacePair[] {
  const there = placesOfSingles(other);
  const pairs = [...placesOfSingles(one)].flatMap(([line, at]) => {
    const to = there.get(line);
    return to === undefined ? [] : [[at, to] as const];
  });
  return longestRising(pairs);
}

function placesOfSingles(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line);
    places.set(line, at);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

interface Link {
  readonly pair: PlacePair;
  readonly before: Link | null;
}

/** Of pairs that rise at the left, the most that rise at the right too. */
function longestRising(pairs: readonly PlacePair[]): readonly PlacePair[] {
  // For each length the chain of that length that ends lowest.
  const chains: Link[] = [];
  for (const pair of pairs) {
    const length = firstNotBelow(chains, pair[1]);
    chains[length] = { pair, before: chains[length - 1] ?? null };
  }
  const longest: PlacePair[] = [];
  for (let link = chains.at(-1) ?? null; link !== null; link = link.before) longest.push(link.pair);
  return longest.reverse();
}

function firstNotBelow(chains: readonly Link[], to: number): number {
  let [low, high] = [0, chains.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chains[middle]?.pair[1] ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  return low;
}
