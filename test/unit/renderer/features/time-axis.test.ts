// The marks of the Timeline's axis: round times, few enough to read, and more than the 0 wherever a label has room.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisLabel, axisMarksMs } from '../../../../renderer/features/timeline/time-axis.tsx';
import { runs } from '../../../support/runs.ts';

/** Room for a label, as the axis has it. */
const labelPx = 44;
const labelled = (totalMs: number, widthPx: number): readonly number[] =>
  axisMarksMs(totalMs, widthPx).filter((ms) => (1 - ms / totalMs) * widthPx >= labelPx);

describe('the axis of the Timeline', () => {
  it('marks round times', () => {
    expect(axisMarksMs(1860, 300)).toEqual([0, 500, 1000, 1500]);
    expect(axisMarksMs(90, 300)).toEqual([0, 50]);
  });

  it('takes narrower steps where the first mark would have no label', () => {
    expect(labelled(573, 140)).toEqual([0, 200]);
    expect(labelled(253, 140)).toEqual([0, 100]);
  });

  it('has a label besides 0 from 160 wide on, and never more than eleven marks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 160, max: 2000 }),
        (total, width) => {
          expect(labelled(total, width).length).toBeGreaterThan(1);
          expect(axisMarksMs(total, width).length).toBeLessThanOrEqual(11);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('names times in one unit', () => {
    expect([0, 500, 1500].map((ms) => axisLabel(ms, 1860))).toEqual(['0', '0.5 s', '1.5 s']);
    expect(axisLabel(200, 573)).toBe('200 ms');
  });
});
