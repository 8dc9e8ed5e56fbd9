/**
 * Makes a function that gives back its earlier list as long as the items are the same, so that a view of the list renders
 * again only when what it shows has changed. The same source is not even looked through again.
 */
export function keptWhileSame<Source, Item>(
  listOf: (source: Source) => readonly Item[],
  isSame: (a: Item, b: Item) => boolean = Object.is,
): (source: Source) => readonly Item[] {
  let earlier: { readonly source: Source; readonly list: readonly Item[] } | null = null;
  return (source) => {
    if (earlier !== null && Object.is(earlier.source, source)) return earlier.list;
    const list = listOf(source);
    const kept = earlier !== null && areSame(earlier.list, list, isSame) ? earlier.list : list;
    earlier = { source, list: kept };
    return kept;
  };
}

function areSame<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): boolean {
  return a.length === b.length && a.every((item, at) => isSame(item, b[at] as Item));
}
