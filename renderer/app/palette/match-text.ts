/** Where a query is found in a text, and how well: lower is better. */
export interface TextMatch {
  readonly ranges: readonly (readonly [start: number, end: number])[];
  readonly score: number;
}

/**
 * Finds every word of the query in the text, at word beginnings before elsewhere; `null` where one is missing. An empty
 * query is found everywhere.
 */
export function matchText(query: string, text: string): TextMatch | null {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const lower = text.toLowerCase();
  const ranges: [number, number][] = [];
  let score = 0;
  for (const word of words) {
    const at = bestPlace(lower, word);
    if (at < 0) return null;
    ranges.push([at, at + word.length]);
    score += at === 0 ? 0 : isWordStart(lower, at) ? 1 : 3;
  }
  return { ranges: merged(ranges), score: score + text.length / 1000 };
}

function bestPlace(text: string, word: string): number {
  const first = text.indexOf(word);
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return first;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

function merged(ranges: readonly [number, number][]): readonly (readonly [number, number])[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
