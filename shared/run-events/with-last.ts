/** The list with its last item changed; the same list where it is empty. Copied as a whole, since runs can be long. */
export function withLast<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const last = items.at(-1);
  return last === undefined ? items : items.with(-1, change(last));
}
