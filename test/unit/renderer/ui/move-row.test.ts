// A row that is dragged must land where the line showed, and moving must lose or double none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeScroll, gapAt, indexOfGap, withMoved } from '../../../../renderer/ui/field/move-row.ts';

describe('moving a row', () => {
  it('puts it at its new place and keeps the order of the others', () => {
    expect(withMoved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(withMoved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('is undone by moving back', () => {
    const list = fc.array(fc.integer(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.nat(7), fc.nat(7), (items, a, b) => {
        const [from, to] = [a % items.length, b % items.length];
        expect(withMoved(withMoved(items, from, to), to, from)).toEqual(items);
      }),
    );
  });

  it('lands in the gap that the pointer is over', () => {
    const middles = [14, 42, 70];
    expect([0, 20, 50, 90].map((y) => gapAt(y, middles))).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((gap) => indexOfGap(1, gap))).toEqual([0, 1, 1, 2]);
  });

  it('scrolls at the edges of the form only', () => {
    expect(edgeScroll(300, 100, 500)).toBe(0);
    expect(edgeScroll(100, 100, 500)).toBe(-12);
    expect(edgeScroll(500, 100, 500)).toBe(12);
    expect(edgeScroll(900, 100, 500)).toBe(12);
    expect(edgeScroll(116, 100, 500)).toBe(-6);
  });
});
