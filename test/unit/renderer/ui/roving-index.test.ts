// One rule moves the focus in lists, strips and grids; its ends and gaps are tried here.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rovingIndex, typeAheadIndex } from '../../../../renderer/ui/list/roving-index.ts';

describe('keys that move among rows', () => {
  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowDown', 3, 3],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 0],
    ['Home', 2, 0],
    ['End', 1, 3],
    ['ArrowRight', 1, null],
    ['Enter', 1, null],
    ['a', 1, null],
  ])('%s in row %i leads to %s', (key, at, to) => {
    expect(rovingIndex(key, at, 4)).toBe(to);
  });

  it('are left and right in a strip', () => {
    expect(rovingIndex('ArrowRight', 0, 2, 'horizontal')).toBe(1);
    expect(rovingIndex('ArrowLeft', 1, 2, 'horizontal')).toBe(0);
    expect(rovingIndex('ArrowDown', 0, 2, 'horizontal')).toBeNull();
  });

  it('never lead out of the rows', () => {
    const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'Home', 'End');
    fc.assert(
      fc.property(key, fc.nat(50), fc.integer({ min: 1, max: 50 }), (pressed, at, count) => {
        const to = rovingIndex(pressed, Math.min(at, count - 1), count);
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(count);
      }),
    );
  });

  it('lead nowhere where there are no rows', () => {
    expect(rovingIndex('End', -1, 0)).toBeNull();
  });
});

describe('typed letters', () => {
  const rows = ['Order lookup', 'Returns', 'Opening hours', 'Complaint intake', 'Öffnungszeiten'];

  it.each([
    ['r', 0, 1],
    ['c', 0, 3],
    ['op', 0, 2],
    ['OPE', 0, 2],
    ['ö', 0, 4],
    // One letter, and the same one again, goes on to the next row that begins with it.
    ['o', 0, 2],
    ['oo', 2, 0],
    // Letters that go on narrow what is already meant.
    ['or', 0, 0],
    ['x', 0, null],
    ['', 0, null],
  ])('"%s" in row %i mean row %s', (typed, at, to) => {
    expect(typeAheadIndex(rows, at, typed)).toBe(to);
  });

  it('find whatever begins with them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (labels, seed) => {
        const wanted = labels[seed % labels.length] ?? '';
        const found = typeAheadIndex(labels, -1, wanted);
        expect(found).not.toBeNull();
      }),
    );
  });
});
