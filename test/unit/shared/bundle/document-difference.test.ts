// What differs between a document here and in a bundle: all that differs, nothing unseen, and never too much of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceLimits,
  documentDifference,
  documentDifferenceSchema,
} from '#shared/bundle/document-difference.ts';

const numbered = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `"line ${String(from + at)}",`);
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('the difference of two versions of a document', () => {
  it('has what differs with a few lines around, and counts what is left out', () => {
    const lines = numbered(20);
    expect(documentDifference(text(lines), text(lines.with(10, '"other",')))).toEqual({
      rows: [
        { alike: 7 },
        ...lines.slice(7, 10).map((line) => ({ here: line, bundled: line })),
        { here: '"line 10",', bundled: '"other",' },
        ...lines.slice(11, 14).map((line) => ({ here: line, bundled: line })),
        { alike: 6 },
      ],
      differing: 1,
      leftOut: 0,
    });
  });

  it('tells lines that only one side has', () => {
    const { rows } = documentDifference('a\nb\n', 'a\n');
    expect(rows).toEqual([
      { here: 'a', bundled: 'a' },
      { here: 'b', bundled: null },
    ]);
  });

  it('shows what a long line has where it differs', () => {
    const long = 'x'.repeat(100_000);
    const [row] = documentDifference(`${long}here${long}`, `${long}there${long}`).rows;
    const shared = 'x'.repeat(40);
    expect(row).toEqual({
      here: `…${shared}here${'x'.repeat(differenceLimits.line - 44)}…`,
      bundled: `…${shared}there${'x'.repeat(differenceLimits.line - 45)}…`,
    });
  });

  it('lets nothing that has no shape, or turns the writing round, go unseen', () => {
    expect(documentDifference('"ab"', '"a\u200bb\u202e\u{e0041}"').rows).toEqual([
      { here: '"ab"', bundled: String.raw`"a\u200bb\u202e\u{e0041}"` },
    ]);
  });

  it('is bounded, and says how much is left out', () => {
    const { differing, leftOut, rows } = documentDifference(text(numbered(5000)), text(numbered(5000, 9000)));
    expect([rows.length, leftOut, differing]).toEqual([differenceLimits.rows, 4000, 5000]);
  });

  it('is of the same text none, and of any texts what the channel may carry', () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(documentDifference(one, one)).toMatchObject({ differing: 0 });
        expect(documentDifferenceSchema.safeParse(documentDifference(one, other)).success).toBe(true);
      }),
    );
  });
});
