// Guides while a card is moved: it goes to what is near and nowhere else, and what is drawn is true.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guidesAt, snapOffset } from '#shared/flow/alignment-guides.ts';
import { movedBox, spanOf, type Axis, type Box } from '#shared/flow/box.ts';
import { anyBox } from '../../../support/any-box.ts';

const card = { width: 176, height: 80 };
const rules = { tolerance: 6, grid: null };

describe('a box that is moved', () => {
  test('goes no further than the tolerance or half a step of the grid, to whole pixels', () => {
    const anyRules = fc.record({
      tolerance: fc.double({ min: 0.5, max: 60, noNaN: true }),
      grid: fc.constantFrom(null, 8, 24),
    });
    const anyMoving = fc.tuple(anyBox, fc.double({ min: 0, max: 1, noNaN: true })).map(([box, part]) => ({
      ...box,
      x: box.x + part,
      y: box.y - part,
    }));
    fc.assert(
      fc.property(anyMoving, fc.array(anyBox, { maxLength: 10 }), anyRules, (moving, others, given) => {
        const offset = snapOffset(moving, others, given);
        // Half a pixel more for the whole pixels.
        const most = Math.max(given.tolerance, (given.grid ?? 0) / 2) + 0.5 + 1e-6;
        expect(Math.abs(offset.x)).toBeLessThanOrEqual(most);
        expect(Math.abs(offset.y)).toBeLessThanOrEqual(most);
        const after = movedBox(moving, offset);
        expect(after.x).toBeCloseTo(Math.round(after.x), 6);
        expect(after.y).toBeCloseTo(Math.round(after.y), 6);
      }),
    );
  });

  test('that is near another edge ends on it, with a guide that says so', () => {
    fc.assert(
      fc.property(anyBox, anyBox, fc.integer({ min: -5, max: 5 }), (other, box, off) => {
        const moving = { ...box, x: other.x + off };
        const after = movedBox(moving, snapOffset(moving, [other], rules));
        const lines = guidesAt(after, [other]).filter(({ kind, axis }) => kind === 'line' && axis === 'x');
        expect(lines.length).toBeGreaterThan(0);
      }),
    );
  });

  test('goes to the nearest of several lines, and a guide goes before the grid', () => {
    const moving = { ...card, x: 103, y: 300 };
    const others = [
      { ...card, x: 98, y: 0 },
      { ...card, x: 105, y: 120 },
    ];
    expect(snapOffset(moving, others, { tolerance: 6, grid: 8 })).toEqual({ x: 2, y: 4 });
    expect(snapOffset({ ...moving, x: 400 }, others, { tolerance: 6, grid: 8 })).toEqual({ x: 0, y: 4 });
    expect(snapOffset({ ...moving, x: 402 }, [], { tolerance: 6, grid: 8 })).toEqual({ x: -2, y: 4 });
  });

  test('goes into the middle of two, and as far from one as that is from the next', () => {
    const left = { x: 0, y: 0, width: 100, height: 80 };
    const right = { x: 400, y: 40, width: 100, height: 80 };
    const between = { x: 203, y: 20, width: 100, height: 80 };
    expect(snapOffset(between, [left, right], rules).x).toBe(-3);
    const next = { x: 180, y: 3, width: 100, height: 80 };
    const behind = { x: 357, y: 10, width: 100, height: 80 };
    expect(snapOffset(behind, [left, next], rules).x).toBe(3);
    expect(snapOffset({ ...behind, x: -183 }, [left, next], rules).x).toBe(3);
  });
});

describe('guides', () => {
  test('are true: a line is shared by an edge or middle of another, gaps are equal, all within half a pixel', () => {
    fc.assert(
      fc.property(anyBox, fc.array(anyBox, { maxLength: 10 }), (box, others) => {
        for (const guide of guidesAt(box, others)) {
          expect(guide.to).toBeGreaterThanOrEqual(guide.from);
          if (guide.kind === 'line') expect(linesOf(others, guide.axis, guide.at)).toBe(true);
        }
        const gaps = guidesAt(box, others).filter(({ kind }) => kind === 'gap');
        for (const axis of ['x', 'y'] as const) {
          const along = gaps.filter((gap) => gap.axis === axis);
          expect(along.length).not.toBe(1);
          for (const gap of along)
            expect(
              along.some(
                (other) => other !== gap && Math.abs(other.to - other.from - gap.to + gap.from) <= 1,
              ),
            ).toBe(true);
        }
      }),
    );
  });

  test('reach over everything that they line up', () => {
    const box = { x: 0, y: 200, width: 100, height: 40 };
    const others = [
      { x: 0, y: 0, width: 60, height: 40 },
      { x: 300, y: 20, width: 60, height: 40 },
    ];
    expect(guidesAt(box, others)).toContainEqual({ kind: 'line', axis: 'x', at: 0, from: 0, to: 240 });
  });
});

function linesOf(others: readonly Box[], axis: Axis, at: number): boolean {
  return others.some((other) => {
    const { start, middle, end } = spanOf(other, axis);
    return [start, middle, end].some((value) => Math.abs(value - at) <= 0.5);
  });
}
