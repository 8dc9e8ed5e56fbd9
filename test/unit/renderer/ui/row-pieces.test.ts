// The rows of a long list that are made, and the room of those that are not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf, rangeInView } from '../../../../renderer/ui/list/row-pieces.ts';
import { runs } from '../../../support/runs.ts';

const ids = (count: number) => Array.from({ length: count }, (_, at) => `row ${String(at)}`);

test('rows and rooms together are the whole list in its order, with no two rooms side by side', () => {
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.nat(320),
      fc.nat(320),
      fc.array(fc.nat(320), { maxLength: 4 }),
      (count, from, more, at) => {
        const kept = new Set(at.map((index) => `row ${String(index)}`));
        const pieces = piecesOf(ids(count), { from, to: from + more }, kept);
        const places = pieces.flatMap((piece) =>
          'index' in piece
            ? [piece.index]
            : Array.from({ length: piece.rows }, (_, step) => piece.after + step),
        );
        expect(places).toEqual(ids(count).map((_, index) => index));
        const made = new Set(pieces.flatMap((piece) => ('index' in piece ? [piece.index] : [])));
        for (const index of places)
          expect(made.has(index)).toBe((index >= from && index < from + more) || at.includes(index));
        expect(
          pieces.some((piece, index) => 'rows' in piece && 'rows' in (pieces[index + 1] ?? { index })),
        ).toBe(false);
      },
    ),
    { numRuns: runs(200) },
  );
});

test('every row in view is made, and half a block further in both directions', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 20, max: 2000 }), (topPx, heightPx) => {
      const { from, to } = rangeInView(topPx, heightPx, 29);
      expect(from * 29).toBeLessThanOrEqual(Math.max(0, topPx - 10 * 29));
      expect(to * 29).toBeGreaterThanOrEqual(topPx + heightPx + 10 * 29);
      expect(to - from).toBeLessThanOrEqual(heightPx / 29 + 80);
    }),
    { numRuns: runs(200) },
  );
});
