// Figures that a person judges have to be easy to read and hard to misread.
import { describe, expect, it } from 'vitest';
import { benchTable, median } from '../../../scripts/steps/bench-table.mjs';

describe('a table of measurements', () => {
  it('puts the target beside the figure and marks what is beyond it', () => {
    const table = benchTable([
      { what: 'fine', value: 1.15, target: 1.2, unit: '×' },
      { what: 'a little over', value: 1.3, target: 1.2, unit: '×' },
      { what: 'a fifth over and more', value: 1.5, target: 1.2, unit: '×' },
      { what: 'for the record', value: 1234.5, unit: 'ms' },
    ]);
    expect(table.split('\n')).toEqual([
      '  fine                     1.15 ×  ≤ 1.2 ×',
      '  a little over             1.3 ×  ≤ 1.2 ×  !',
      '  a fifth over and more     1.5 ×  ≤ 1.2 ×  !!',
      '  for the record         1,235 ms',
      '',
    ]);
  });
});

describe('the median', () => {
  it.each([
    [[5], 5],
    [[9, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 1, 1, 1, 1], 1],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('of nothing is not a number', () => {
    expect(median([])).toBeNaN();
  });
});
