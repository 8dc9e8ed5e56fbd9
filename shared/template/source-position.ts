/** A place in a text: line and column from 1, in UTF-16 units. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset; CR LF, LF and CR end a line. */
export function sourcePosition(source: string, offset: number): SourcePosition {
  return sourcePositions(source.slice(0, offset))(offset);
}

/** The same for many offsets of one source, whose lines are then found only once. */
export function sourcePositions(source: string): (offset: number) => SourcePosition {
  const starts = lineStarts(source);
  return (offset) => {
    const line = linesUpTo(starts, offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

/** The way back: the offset of a line and column. */
export function sourceOffsets(source: string): (position: SourcePosition) => number {
  const starts = lineStarts(source);
  return ({ line, column }) => (starts[line - 1] ?? 0) + column - 1;
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (const lineEnd of source.matchAll(/\r\n|\r|\n/g)) starts.push(lineEnd.index + lineEnd[0].length);
  return starts;
}

/** How many lines begin at or before an offset, by halving. */
function linesUpTo(starts: readonly number[], offset: number): number {
  let [low, high] = [1, starts.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle - 1] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
