// What has to go so that the history stays within its limits: rules about every list of runs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunOrigin, RunSummary } from '#shared/run-history/run-summary.ts';
import { runsToRemove } from '#shared/run-history/runs-to-remove.ts';
import { storyId } from '../../../stories/story-id.ts';
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

  it('are those that came to be first: one that goes on from the past of another is as new as it was made', () => {
    const run = (name: string, startedAt: string, madeAt?: string) => ({
      runId: storyId('rn', name),
      startedAt,
      ...(madeAt === undefined ? {} : { madeAt }),
      sizeBytes: 1,
      pinned: false,
      outcome: 'ended' as const,
      origin: { type: 'flow' as const },
    });
    const all = [
      run('goes on', '2026-03-01T10:00:00.000Z', '2026-03-01T12:00:00.000Z'),
      run('origin', '2026-03-01T10:00:00.000Z'),
      run('later', '2026-03-01T11:00:00.000Z'),
    ];
    const limits = { mostRuns: 1, mostBytes: 1000 };
    expect(runsToRemove(all, limits)).toEqual([storyId('rn', 'origin'), storyId('rn', 'later')]);
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

  it('are the oldest of scenarios and the oldest of all others, and no more than it takes', () => {
    fc.assert(
      fc.property(anyRunSummaries, anyLimits, (all, limits) => {
        const removed = runsToRemove(all, limits);
        const gone = new Set(removed);
        const mayGo = all.filter(({ outcome, pinned }) => !pinned && outcome !== 'running');
        for (const kind of [mayGo.filter(isOfScenario), mayGo.filter((run) => !isOfScenario(run))]) {
          const left = kind.filter(({ runId }) => !gone.has(runId)).map(startedMs);
          const went = kind.filter(({ runId }) => gone.has(runId)).map(startedMs);
          expect(Math.max(-Infinity, ...went)).toBeLessThanOrEqual(Math.min(Infinity, ...left));
        }
        const allButLast = new Set(removed.slice(0, -1));
        const before = all.filter(({ runId }) => !allButLast.has(runId));
        const bytes = before.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
        if (removed.length > 0)
          expect(before.length > limits.mostRuns || bytes > limits.mostBytes).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('leave a person three quarters of the number, however many scenarios run', () => {
    fc.assert(
      fc.property(anyRunSummaries, fc.integer({ min: 1, max: 20 }), (drawn, mostRuns) => {
        const all = drawn.map((run) => ({ ...run, pinned: false, outcome: 'ended' as const }));
        const removed = new Set(runsToRemove(all, { mostRuns, mostBytes: Infinity }));
        const byHand = all.filter((run) => !isOfScenario(run));
        const left = byHand.filter(({ runId }) => !removed.has(runId));
        expect(left.length).toBeGreaterThanOrEqual(Math.min(byHand.length, Math.floor((mostRuns * 3) / 4)));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('are those of a table of data, and none that a person made before', () => {
    const minute = (at: number) => new Date(Date.UTC(2026, 2, 4, 10, at)).toISOString();
    const made = (at: number, origin: RunOrigin) => ({
      runId: storyId('rn', String(at)),
      startedAt: minute(at),
      sizeBytes: 10,
      pinned: false,
      outcome: 'ended' as const,
      origin,
    });
    const scenarioId = storyId('sc', 'Table');
    const byHand = Array.from({ length: 150 }, (_, at) => made(at, { type: 'flow' }));
    const rows = Array.from({ length: 200 }, (_, at) =>
      made(150 + at, { type: 'scenario', scenarioId, row: at + 1 }),
    );
    const removed = runsToRemove([...byHand, ...rows], { mostRuns: 200, mostBytes: 1_000_000 });
    expect(removed).toEqual(rows.slice(0, 150).map(({ runId }) => runId));
  });
});

const isOfScenario = ({ origin }: RunSummary) => origin.type === 'scenario';
const startedMs = ({ startedAt }: RunSummary) => Date.parse(startedAt);
