import { z } from 'zod';
import { lineDiff } from '../scenario/line-diff.ts';

const line = z.string().nullable();

/**
 * What differs between a document of the workspace and the one that a bundle has in its place: lines of their files, to be
 * shown as the text that they are. It is bounded, however large the documents are.
 */
export const documentDifferenceSchema = z.strictObject({
  rows: z.array(
    z.union([
      /** The line here and the line of the bundle; `null` where that side has none. */
      z.strictObject({ here: line, bundled: line }),
      /** So many lines that are the same are left out. */
      z.strictObject({ alike: z.number() }),
    ]),
  ),
  /** How many lines differ in all, and how many of the rows are not here because there are too many. */
  differing: z.number(),
  leftOut: z.number(),
});
export type DocumentDifference = z.infer<typeof documentDifferenceSchema>;
type Row = DocumentDifference['rows'][number];
type Pair = Extract<Row, { here: unknown }>;

export const differenceLimits = {
  /** Lines that are the same and stand around what differs. */
  context: 3,
  rows: 1000,
  /** UTF-16 units of a line. */
  line: 300,
} as const;

/** Holds the text of a document's file against that of another version of it. */
export function documentDifference(here: string, bundled: string): DocumentDifference {
  const pairs = lineDiff(linesOf(here), linesOf(bundled)).map(({ actual, expected }): Pair => ({
    here: expected,
    bundled: actual,
  }));
  const rows = folded(pairs);
  const shown = rows.slice(0, differenceLimits.rows);
  return {
    rows: shown.map((row) => ('alike' in row ? row : shortened(row))),
    differing: pairs.filter(differs).length,
    leftOut: rows.length - shown.length,
  };
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

function differs({ bundled, here }: Pair): boolean {
  return here !== bundled;
}

/** Leaves out what is the same, but for a few lines around what differs. */
function folded(pairs: readonly Pair[]): readonly Row[] {
  const near = new Set<number>();
  for (const [at, pair] of pairs.entries()) {
    if (!differs(pair)) continue;
    for (let by = -differenceLimits.context; by <= differenceLimits.context; by += 1) near.add(at + by);
  }
  const rows: Row[] = [];
  let alike = 0;
  const counted = (): void => {
    if (alike > 0) rows.push({ alike });
    alike = 0;
  };
  for (const [at, pair] of pairs.entries()) {
    if (!near.has(at)) alike += 1;
    else {
      counted();
      rows.push(pair);
    }
  }
  counted();
  return rows;
}

/** Both sides from a little before where they part, if they are long; nothing that is not seen stays unseen. */
function shortened({ bundled, here }: Pair): Pair {
  const parting = here === null || bundled === null ? 0 : partingOf(here, bundled);
  const from =
    Math.max(here?.length ?? 0, bundled?.length ?? 0) > differenceLimits.line ? before(parting) : 0;
  return { here: here && part(here, from), bundled: bundled && part(bundled, from) };
}

function partingOf(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at === one.length && at === other.length ? 0 : at;
}

/** Some of what both share stands before where they part. */
function before(parting: number): number {
  return Math.max(0, parting - 40);
}

function part(text: string, from: number): string {
  const until = from + differenceLimits.line;
  const [head, tail] = [from > 0 ? '…' : '', until < text.length ? '…' : ''];
  return `${head}${visible(text.slice(from, until))}${tail}`;
}

/** Marks of direction and characters without a shape could make one text look like another. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    const digits = character.codePointAt(0)?.toString(16).padStart(4, '0') ?? '';
    return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`;
  });
}
