interface Item {
  readonly id: string;
}

/**
 * Makes a function that gives back the earlier object of every item that has not changed, so that of a large flow only
 * the cards that differ are drawn again.
 */
export function unchangedKept<Kept extends Item>(): (items: readonly Kept[]) => Kept[] {
  let earlier: ReadonlyMap<string, Kept> = new Map();
  return (items) => {
    const kept = items.map((item) => {
      const before = earlier.get(item.id);
      return before !== undefined && isSame(before, item, 0) ? before : item;
    });
    earlier = new Map(kept.map((item) => [item.id, item]));
    return kept;
  };
}

/** Deeper than this an item holds parts of documents, which are never changed in place: equal there means the same object. */
const comparedDepth = 3;

function isSame(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (depth > comparedDepth || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return false;
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) =>
    isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], depth + 1),
  );
}
