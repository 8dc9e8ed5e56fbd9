import { linesInCommon } from './lines-in-common.ts';

/** A line of two texts side by side; `null` where one of them has no line there. */
export interface DiffLine {
  readonly expected: string | null;
  readonly actual: string | null;
}

/** Stretches with more lines than this are set side by side as they come: comparing each with each would take too long. */
const mostLines = 1000;

type Lines = readonly string[];

/**
 * Two lists of lines side by side, so that what they share stands together and what differs stands beside each other.
 * Long lists are first cut at the lines that either has once, such as ids, so that only what lies between is compared.
 */
export function lineDiff(expected: Lines, actual: Lines): readonly DiffLine[] {
  const head = sharedHead(expected, actual);
  const tail = sharedTail(expected.slice(head), actual.slice(head));
  const middle = (side: Lines): Lines => side.slice(head, side.length - tail);
  return [
    ...same(expected.slice(0, head)),
    ...betweenEnds(middle(expected), middle(actual)),
    ...same(tail === 0 ? [] : expected.slice(-tail)),
  ];
}

function betweenEnds(expected: Lines, actual: Lines): readonly DiffLine[] {
  if (expected.length <= mostLines && actual.length <= mostLines) return aligned(expected, actual);
  const cuts = linesInCommon(expected, actual);
  if (cuts.length === 0) return paired(expected, actual);
  const lines: DiffLine[] = [];
  let [left, right] = [0, 0];
  for (const [at, to] of [...cuts, [expected.length, actual.length] as const]) {
    for (const line of lineDiff(expected.slice(left, at), actual.slice(right, to))) lines.push(line);
    lines.push(...same(expected.slice(at, at + 1)));
    [left, right] = [at + 1, to + 1];
  }
  return lines;
}

function same(lines: Lines): readonly DiffLine[] {
  return lines.map((line) => ({ expected: line, actual: line }));
}

function sharedHead(one: Lines, other: Lines): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function sharedTail(one: Lines, other: Lines): number {
  return sharedHead(one.toReversed(), other.toReversed());
}

function aligned(expected: readonly string[], actual: readonly string[]): readonly DiffLine[] {
  const shared = sharedLengths(expected, actual);
  const lines: DiffLine[] = [];
  let [left, right]: [string[], string[]] = [[], []];
  const parted = (): void => {
    lines.push(...paired(left, right));
    [left, right] = [[], []];
  };
  let [at, to] = [0, 0];
  while (at < expected.length || to < actual.length) {
    const [one = null, other = null] = [expected[at], actual[to]];
    if (one === other) {
      parted();
      lines.push({ expected: one, actual: other });
      [at, to] = [at + 1, to + 1];
    } else if (isLeftFirst(shared, one, other, at, to)) {
      left.push(one ?? '');
      at += 1;
    } else {
      right.push(other ?? '');
      to += 1;
    }
  }
  parted();
  return lines;
}

function paired(left: readonly string[], right: readonly string[]): readonly DiffLine[] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, at) => ({ expected: left[at] ?? null, actual: right[at] ?? null }));
}

/** Whether what follows shares more without the next line at the left than without the one at the right. */
function isLeftFirst(
  shared: readonly Uint16Array[],
  one: string | null,
  other: string | null,
  at: number,
  to: number,
): boolean {
  if (one === null || other === null) return other === null;
  return lengthAt(shared, at + 1, to) >= lengthAt(shared, at, to + 1);
}

/** How many lines the rests of both lists share in order, from each pair of places on. */
function sharedLengths(expected: readonly string[], actual: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: expected.length + 1 }, () => new Uint16Array(actual.length + 1));
  for (let at = expected.length - 1; at >= 0; at -= 1)
    for (let to = actual.length - 1; to >= 0; to -= 1) {
      const row = rows[at];
      if (row === undefined) continue;
      row[to] =
        expected[at] === actual[to]
          ? lengthAt(rows, at + 1, to + 1) + 1
          : Math.max(lengthAt(rows, at + 1, to), lengthAt(rows, at, to + 1));
    }
  return rows;
}

const lengthAt = (rows: readonly Uint16Array[], at: number, to: number): number => rows[at]?.[to] ?? 0;
