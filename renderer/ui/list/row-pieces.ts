/** Rows by their place in the list, from one up to and without another. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** A row that is made, or the room of some that are not. */
export type RowPiece = { readonly index: number } | { readonly after: number; readonly rows: number };

/** Rows come and go so many at once, so that scrolling draws the list anew only now and then. */
const blockRows = 20;

/** The rows in view with a block before and after them. */
export function rangeInView(topPx: number, heightPx: number, pitchPx: number): RowRange {
  const first = Math.floor(topPx / pitchPx / blockRows) - 1;
  const last = Math.ceil((topPx + heightPx) / pitchPx / blockRows) + 1;
  return { from: Math.max(0, first * blockRows), to: Math.max(0, last * blockRows) };
}

/** The list from top to bottom: rows of the range and those that are kept, with room for all others. */
export function piecesOf(
  ids: readonly string[],
  { from, to }: RowRange,
  kept: ReadonlySet<string | null | undefined>,
): readonly RowPiece[] {
  const made = ids.flatMap((id, index) => ((index >= from && index < to) || kept.has(id) ? [index] : []));
  const pieces: RowPiece[] = [];
  let next = 0;
  for (const index of made) {
    if (index > next) pieces.push({ after: next, rows: index - next });
    pieces.push({ index });
    next = index + 1;
  }
  if (next < ids.length) pieces.push({ after: next, rows: ids.length - next });
  return pieces;
}
