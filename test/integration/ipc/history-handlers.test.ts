// The channels of past runs, as the page calls them, over real files and real runs.
import { describe, expect, it } from 'vitest';
import { newFlow } from '#shared/flow/new-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { newFolder, useHandlerDesk } from '../../support/handler-desk.ts';
import { filesBelow } from '../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const desk = useHandlerDesk();
const flow = newFlow(storyId('fl', 'Hello'), 'Hello', storyId('nd', 'Start'));

async function ranOnce() {
  const { call, workbench, ...rest } = desk(folder.path);
  await workbench.create(await newFolder(folder.path, 'shop'), 'Shop');
  const { opening } = await call('workspace.read', null);
  await call('document.save', { opening, document: flow, revision: null, overwrite: false });
  const started = await call('run.start', { flowId: flow.id, environmentId: null, inputs: {} });
  if (!started.ok) throw new Error(started.failure.message);
  await rest.untilEvent('run-ended');
  await (await workbench.current()).history.close();
  return { call, workbench, ...rest, runId: started.value.runId };
}

describe('past runs', () => {
  it('are listed, opened with what is known of them, pinned and deleted', async () => {
    const { call, historyChanges, events, runId } = await ranOnce();
    const listed = await call('history.list', { offset: 0, length: 10 });
    expect(listed).toMatchObject({ total: 1, runs: [{ runId, name: 'Hello', outcome: 'ended' }] });
    expect(await call('history.list', { offset: 1, length: 10 })).toEqual({
      total: 1,
      runs: [],
      trouble: null,
    });
    expect(await call('history.open', { runId, offset: 0 })).toMatchObject({
      ok: true,
      value: {
        events,
        nextOffset: null,
        skipped: 0,
        record: { runId, inputs: {}, nodes: [{ name: 'Start' }] },
      },
    });
    expect(await call('history.pin', { runId, pinned: true })).toEqual({ ok: true, value: null });
    expect(await call('history.delete', { runs: 'unpinned' })).toEqual({ ok: true, value: { deleted: [] } });
    expect(await call('history.delete', { runs: [runId] })).toEqual({
      ok: true,
      value: { deleted: [runId] },
    });
    expect(await call('history.open', { runId, offset: 0 })).toMatchObject({
      ok: false,
      failure: { code: 'gone' },
    });
    expect(await call('history.pin', { runId, pinned: true })).toMatchObject({ failure: { code: 'gone' } });
    expect(historyChanges.at(-1)).toEqual({ changed: [], removed: [runId], trouble: null });
  });

  it('come back as they were when their deletion is taken back, once', async () => {
    const { call, historyChanges, runId } = await ranOnce();
    const before = await call('history.open', { runId, offset: 0 });
    const listed = await call('history.list', { offset: 0, length: 10 });
    await call('history.delete', { runs: [runId] });
    expect(await call('history.list', { offset: 0, length: 10 })).toMatchObject({ total: 0 });
    expect(await call('history.restore', { runs: [runId] })).toEqual({ ok: true, value: null });
    expect(historyChanges.at(-1)).toMatchObject({ changed: [{ runId }], removed: [] });
    expect(await call('history.open', { runId, offset: 0 })).toEqual(before);
    expect(await call('history.list', { offset: 0, length: 10 })).toEqual(listed);
    expect(await call('history.restore', { runs: [runId] })).toMatchObject({ failure: { code: 'gone' } });
  });

  it('are gone for good once their workspace was closed after they were deleted', async () => {
    const { call, workbench, runId } = await ranOnce();
    const { folder: shop } = await call('workspace.read', null);
    await call('history.delete', { runs: [runId] });
    await workbench.create(await newFolder(folder.path, 'other'), 'Other');
    await workbench.open(shop);
    expect(await call('history.restore', { runs: [runId] })).toMatchObject({ failure: { code: 'gone' } });
    expect((await filesBelow(folder.path)).filter((file) => file.includes(runId))).toEqual([]);
  });

  it('belong to their workspace, and are there when it is open again', async () => {
    const { call, workbench, runId } = await ranOnce();
    const { folder: shop } = await call('workspace.read', null);
    await workbench.create(await newFolder(folder.path, 'other'), 'Other');
    expect(await call('history.list', { offset: 0, length: 10 })).toEqual({
      total: 0,
      runs: [],
      trouble: null,
    });
    expect(await call('history.open', { runId, offset: 0 })).toMatchObject({ ok: false });
    await workbench.open(shop);
    expect(await call('history.list', { offset: 0, length: 10 })).toMatchObject({
      total: 1,
      runs: [{ runId }],
    });
  });

  it('are kept as far as the settings say', async () => {
    const { call, settings } = await ranOnce();
    const history = { mostRuns: 7, mostMegabytes: 3 };
    expect(await call('settings.change', { history })).toMatchObject({ history, theme: 'system' });
    expect(settings.read().history).toEqual(history);
    await expect(call('settings.change', { history: { ...history, mostRuns: 0 } })).rejects.toThrow();
  });
});
