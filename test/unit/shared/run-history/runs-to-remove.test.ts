// What has to go so that the history stays within its limits: a rule about every list of runs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsToRemove } from '#shared/run-history/runs-to-remove.ts';
import { anyRunSummaries } from '../../../support/any-run-summary.ts';
import { runs } from '../../../support/runs.ts';

const anyLimits = fc.record({
  mostRuns: fc.integer({ min: 1, max: 20 }),
  mostBytes: fc.integer({ min: 1, max: 60_000 }),
});

describe('the runs that go', () => {
  it('are never pinned and never under way', () => {
    fc.assert(
      fc.property(anyRunSummaries, anyLimits, (all, limits) => {
        const removed = new Set(runsToRemove(all, limits));
        const spared = all.filter(({ outcome, pinned }) => pinned || outcome === 'running');
        expect(spared.filter(({ runId }) => removed.has(runId))).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('leave no more than the limits allow, as long as one more could go', () => {
    fc.assert(
      fc.property(anyRunSummaries, anyLimits, (all, limits) => {
        const removed = new Set(runsToRemove(all, limits));
        const left = all.filter(({ runId }) => !removed.has(runId));
        const bytes = left.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
        const isWithin = left.length <= limits.mostRuns && bytes <= limits.mostBytes;
        const couldGo = left.filter(({ outcome, pinned }) => !pinned && outcome !== 'running');
        expect(isWithin || couldGo.length === 0).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('are the oldest of those that may go, and no more than it takes', () => {
    fc.assert(
      fc.property(anyRunSummaries, anyLimits, (all, limits) => {
        const removed = runsToRemove(all, limits);
        const at = (runId: string) => Date.parse(all.find((run) => run.runId === runId)?.startedAt ?? '');
        const left = all.filter(
          ({ outcome, pinned, runId }) => !pinned && outcome !== 'running' && !removed.includes(runId),
        );
        for (const runId of removed)
          for (const run of left) expect(at(runId)).toBeLessThanOrEqual(Date.parse(run.startedAt));
        const allButLast = new Set(removed.slice(0, -1));
        const before = all.filter(({ runId }) => !allButLast.has(runId));
        const bytes = before.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
        if (removed.length > 0)
          expect(before.length > limits.mostRuns || bytes > limits.mostBytes).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});
