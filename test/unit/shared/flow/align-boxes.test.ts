// Lining up and spacing out: whatever the boxes, they stand in line afterwards, and nothing moves the other way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignedPlaces, alignments, distributedPlaces, type Alignment } from '#shared/flow/align-boxes.ts';
import { across, boxAround, spanOf, type Axis, type Box, type Span } from '#shared/flow/box.ts';
import { anyBox } from '../../../support/any-box.ts';

const anyBoxes = (minLength: number) =>
  fc
    .array(anyBox, { minLength, maxLength: 12 })
    .map((boxes) => new Map(boxes.map((box, at) => [`nd_${String(at)}`, box])));

const lineOf: Readonly<Record<Alignment, readonly [Axis, keyof Span]>> = {
  left: ['x', 'start'],
  centre: ['x', 'middle'],
  right: ['x', 'end'],
  top: ['y', 'start'],
  middle: ['y', 'middle'],
  bottom: ['y', 'end'],
};

function placed(boxes: ReadonlyMap<string, Box>, places: ReturnType<typeof alignedPlaces>): readonly Box[] {
  return [...boxes].map(([id, box]) => ({ ...box, ...places.get(id) }));
}

describe('lining up', () => {
  test('puts the edge or the middle of all boxes on the line of all of them together', () => {
    fc.assert(
      fc.property(anyBoxes(1), fc.constantFrom(...alignments), (boxes, alignment) => {
        const [axis, part] = lineOf[alignment];
        const around = boxAround([...boxes.values()]);
        const line = around === null ? Number.NaN : spanOf(around, axis)[part];
        const after = placed(boxes, alignedPlaces(boxes, alignment));
        for (const box of after) expect(spanOf(box, axis)[part]).toBeCloseTo(line, 6);
        const other = across(axis);
        expect(after.map((box) => spanOf(box, other))).toEqual(
          [...boxes.values()].map((box) => spanOf(box, other)),
        );
      }),
    );
  });

  test('does nothing to what is in line', () => {
    const box = { x: 8, y: 8, width: 100, height: 40 };
    const boxes = new Map([
      ['nd_a', box],
      ['nd_b', { ...box, y: 80 }],
    ]);
    expect(alignedPlaces(boxes, 'left')).toEqual(
      new Map([
        ['nd_a', { x: 8, y: 8 }],
        ['nd_b', { x: 8, y: 80 }],
      ]),
    );
  });
});

describe('spacing out', () => {
  test('keeps the outermost and the order, and makes the gaps equal', () => {
    fc.assert(
      fc.property(anyBoxes(3), fc.constantFrom('x' as const, 'y' as const), (boxes, axis) => {
        const places = distributedPlaces(boxes, axis);
        const byMiddle = (all: readonly (readonly [string, Box])[]) =>
          all.toSorted(([, a], [, b]) => spanOf(a, axis).middle - spanOf(b, axis).middle);
        const before = byMiddle([...boxes]);
        const after = before.map(([id, box]) => spanOf({ ...box, ...places.get(id) }, axis));
        expect(after[0]).toEqual(spanOf(before[0]?.[1] ?? ({} as Box), axis));
        expect(after.at(-1)).toEqual(spanOf(before.at(-1)?.[1] ?? ({} as Box), axis));
        const gaps = after.slice(1).map((span, at) => span.start - (after[at]?.end ?? Number.NaN));
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? Number.NaN, 6);
      }),
    );
  });

  test('needs three', () => {
    const box = { x: 0, y: 0, width: 100, height: 40 };
    expect(distributedPlaces(new Map([['nd_a', box]]), 'x').size).toBe(0);
  });
});
