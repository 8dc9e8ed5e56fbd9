// The page's list of past runs: read once, followed from then on, and never mixed with that of another workspace.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { runSummarySchema } from '#shared/run-history/run-summary.ts';
import { storyId } from '../../../stories/story-id.ts';
import { toldEvents } from '../../../support/told-events.ts';
import {
  deletionWanted,
  historyChanged,
  historyStore,
  historyWanted,
  runPinned,
} from '../../../../renderer/store/history-store.ts';
import {
  libraryStepRedone,
  libraryStepsForgotten,
  libraryStepUndone,
} from '../../../../renderer/store/library-steps.ts';
import { pastRunRead, pastRunShown, pastRunsStore } from '../../../../renderer/store/past-runs.ts';
import { runStarted } from '../../../../renderer/store/runs-store.ts';

const flowId = storyId('fl', 'Told');
const run = (name: string, minute: number, change: object = {}): RunSummary =>
  runSummarySchema.parse({
    runId: storyId('rn', name),
    origin: { type: 'flow' },
    name,
    flowId,
    flowName: name,
    environmentName: null,
    startedAt: `2026-03-04T10:${String(minute).padStart(2, '0')}:00.000Z`,
    tookMs: 5,
    outcome: 'ended',
    calls: 0,
    call: null,
    sizeBytes: 1,
    pinned: false,
    repeatable: true,
    incomplete: false,
    ...change,
  });
const names = () => historyStore.getState().runs.map(({ name }) => name);
const told = { removed: [], trouble: null };

beforeEach(() => {
  bridgeDouble.reset();
  libraryStepsForgotten();
  pastRunsStore.setState({ shown: {} });
});

describe('the list of past runs', () => {
  it('is read in pieces, newest first, and then followed', async () => {
    const all = Array.from({ length: 1500 }, (_, at) => run(`run ${String(at)}`, at % 60));
    bridgeDouble.answer('history.list', ({ length, offset }) => ({
      runs: all.slice(offset, offset + length),
      total: all.length,
      trouble: null,
    }));
    await historyWanted();
    expect(names()).toHaveLength(1500);
    expect(bridgeDouble.asked('history.list')).toHaveLength(2);
    historyChanged({ ...told, changed: [run('newest', 59, { startedAt: '2026-03-05T00:00:00.000Z' })] });
    expect(names()[0]).toBe('newest');
    historyChanged({ ...told, changed: [], removed: [storyId('rn', 'newest')] });
    expect(names()).not.toContain('newest');
  });

  it('keeps what was told while it was read', async () => {
    bridgeDouble.answer('history.list', () => {
      historyChanged({ ...told, changed: [run('one', 1, { outcome: 'failed' })] });
      return { runs: [run('one', 1, { outcome: 'running' })], total: 1, trouble: null };
    });
    await historyWanted();
    expect(historyStore.getState().runs).toMatchObject([{ outcome: 'failed' }]);
  });

  it('is that of the workspace that was asked about last', async () => {
    let answerFirst = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    bridgeDouble.answer('history.list', () =>
      slow.then(() => ({ runs: [run('old', 1)], total: 1, trouble: null })),
    );
    const first = historyWanted();
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    bridgeDouble.answer('history.list', () => ({ runs: [run('new', 2)], total: 1, trouble: null }));
    await historyWanted();
    answerFirst();
    await first;
    expect(names()).toEqual(['new']);
  });

  it('deletes by id, or all that are neither pinned nor under way', async () => {
    const mixed = [run('a', 1), run('b', 2, { pinned: true }), run('c', 3, { outcome: 'running' })];
    bridgeDouble.answer('history.list', () => ({ runs: mixed, total: 3, trouble: null }));
    const [{ runId }] = mixed as [RunSummary];
    bridgeDouble.answer('history.delete', () => ({ ok: true, value: { deleted: [runId] } }));
    await historyWanted();
    await deletionWanted(mixed[0]!);
    await deletionWanted('unpinned');
    expect(bridgeDouble.asked('history.delete')).toEqual([{ runs: [runId] }, { runs: 'unpinned' }]);
  });

  it('takes deletions and pins back as steps, last first', async () => {
    const { runId } = run('a', 1);
    bridgeDouble.answer('history.delete', () => ({ ok: true, value: { deleted: [runId] } }));
    bridgeDouble.answer('history.restore', () => ({ ok: true, value: null }));
    bridgeDouble.answer('history.pin', () => ({ ok: true, value: null }));
    await runPinned(run('a', 1), true);
    await deletionWanted(run('a', 1));
    expect(libraryStepUndone(null)).toBe(true);
    expect(libraryStepUndone(null)).toBe(true);
    await vi.waitFor(() => expect(bridgeDouble.asked('history.pin')).toHaveLength(2));
    expect(bridgeDouble.asked('history.restore')).toEqual([{ runs: [runId] }]);
    expect(bridgeDouble.asked('history.pin').map(({ pinned }) => pinned)).toEqual([true, false]);
    expect(libraryStepRedone(null)).toBe(true);
    await vi.waitFor(() => expect(bridgeDouble.asked('history.pin')).toHaveLength(3));
  });
});

describe('a past run', () => {
  const runId = storyId('rn', 'past');

  it('is read in pieces, and without its end it was interrupted', async () => {
    const events = toldEvents(runId, flowId, 3).slice(0, -1);
    bridgeDouble.answer('history.open', ({ offset }) => ({
      ok: true,
      value: {
        record: null,
        events: events.slice(offset, offset + 2),
        nextOffset: offset + 2 < events.length ? offset + 2 : null,
        skipped: 1,
      },
    }));
    const read = await pastRunRead(runId);
    expect(read).toMatchObject({ ok: true, value: { skipped: 2, view: { outcome: 'interrupted' } } });
  });

  it('gives way to what is run next', async () => {
    const events = [...toldEvents(runId, flowId, 1)];
    bridgeDouble.answer('history.open', () => ({
      ok: true,
      value: { record: null, events, nextOffset: null, skipped: 0 },
    }));
    const read = await pastRunRead(runId);
    if (!read.ok) throw new Error(read.failure);
    pastRunShown(flowId, read.value);
    expect(Object.keys(pastRunsStore.getState().shown)).toEqual([flowId]);
    runStarted(flowId, storyId('rn', 'another'));
    expect(pastRunsStore.getState().shown).toEqual({});
  });

  it('says why it cannot be shown', async () => {
    bridgeDouble.answer('history.open', () => ({
      ok: true,
      value: { record: null, events: [], nextOffset: null, skipped: 4 },
    }));
    expect(await pastRunRead(runId)).toEqual({
      ok: false,
      failure: 'Nothing of this run can be read: its beginning is missing.',
    });
  });
});
