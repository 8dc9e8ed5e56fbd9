/** A list with one item at another place; `to` is its index afterwards. */
export function withMoved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  if (item === undefined || from === to) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** The gap between rows that a height in the window means: 0 is above the first row. */
export function gapAt(y: number, middles: readonly number[]): number {
  return middles.filter((middle) => middle < y).length;
}

/** Where a row comes to lie that is let go over a gap. */
export function indexOfGap(from: number, gap: number): number {
  return gap > from ? gap - 1 : gap;
}

/** How far a list scrolls in one frame while a row is held at its edge: faster the nearer it is, 0 away from it. */
export function edgeScroll(y: number, top: number, bottom: number): number {
  const nearPx = 32;
  const fastestPx = 12;
  const over = Math.max(y - (bottom - nearPx), 0) - Math.max(top + nearPx - y, 0);
  return Math.max(Math.min(over / nearPx, 1), -1) * fastestPx;
}
