// Runs are written down while they happen, and are all there when the application starts again.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { startStoryServer, type StoryServer } from '../../../stories/story-server.ts';
import { startedRun, wholeBodyOf } from '../../../support/host-runs.ts';
import { hostPastRuns, openHistory } from '../../../support/past-runs.ts';
import { filesBelow } from '../../../support/search-bytes.ts';
import { toldEvents } from '../../../support/told-events.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const endpointId = storyId('ep', 'Shop API');
const large = JSON.stringify({
  items: Array.from({ length: 60_000 }, (_, index) => `item ${String(index)}`),
});

const flow = storyFlow({
  name: 'Order lookup',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'path' }] }],
    ['Ask', 'prompt', { text: 'Which order?', variable: 'order_id' }],
    ['Get', 'api-call', { endpoint: endpointId, method: 'GET', path: '/{{path}}', responseVariable: 'got' }],
    ['Say', 'message', { text: 'It is {{got.status_code}}' }],
    ['End', 'end', {}],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'next', 'Get'],
    ['Get', 'success', 'Say'],
    ['Get', 'error', 'End'],
    ['Say', 'next', 'End'],
  ],
});

let server: StoryServer;
let hosted: Awaited<ReturnType<typeof hostPastRuns>>;
beforeEach(async () => {
  server = await startStoryServer({
    routes: {
      small: (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":1}'),
      large: (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(large),
      missing: (_, response) => response.writeHead(404, { 'content-type': 'text/plain' }).end('Größe?'),
    },
  });
  const shop = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpointId,
    name: 'Shop API',
    baseUrl: server.url,
  });
  hosted = await hostPastRuns(folder.path, { documents: [flow, shop] });
});
afterEach(async () => {
  await hosted.close();
  await server.close();
});

async function run(target: string) {
  const { host } = hosted.runs;
  const runId = startedRun(host.start({ flowId: flow.id, environmentId: null, inputs: { path: target } }));
  await hosted.runs.event(runId, 'asked');
  host.answer({ runId, text: '42' });
  await hosted.runs.event(runId, 'run-ended');
  return runId;
}

const viewOf = (events: readonly RunEvent[]) =>
  events.reduce<RunView | undefined>((view, event) => projectRunEvent(view, event), undefined);

describe('a run', () => {
  test('is there after a restart, event by event, with its bodies', async () => {
    const runId = await run('large');
    const told = hosted.runs.events(runId);
    const { body } = hosted.runs.eventsOf(runId, 'call-ended')[0]!;
    await hosted.close();

    const again = await hostPastRuns(folder.path, { documents: [flow] });
    expect(await again.past.events(runId)).toEqual(told);
    expect(viewOf(await again.past.events(runId))).toEqual(viewOf(told));
    expect(await wholeBodyOf(again.runs.host, runId, body!.handle)).toBe(large);
    const file = await again.runs.host.bodyFile(runId, body!.handle);
    expect(file.ok && (await readFile(file.value, 'utf8'))).toBe(large);
    await again.close();
  });

  test('is listed with what a row shows', async () => {
    const good = await run('small');
    const bad = await run('missing');
    await hosted.close();
    const [second, first] = await openHistory(hosted.past.folder).all();
    expect(first).toMatchObject({
      runId: good,
      origin: { type: 'flow' },
      name: 'Order lookup',
      outcome: 'ended',
      calls: 1,
      call: null,
      pinned: false,
      repeatable: true,
      incomplete: false,
    });
    expect(second).toMatchObject({ runId: bad, calls: 1, call: { status: 'error', statusCode: 404 } });
    expect(second!.sizeBytes).toBeGreaterThan(500);
  });

  test('of a single request says what it was, and how it went', async () => {
    const { host } = hosted.runs;
    const nodeId = nodeNamed(flow, 'Get').id;
    const tried = host.tryCall({
      flowId: flow.id,
      nodeId,
      environmentId: null,
      variables: { path: 'small' },
    });
    await hosted.runs.event(startedRun(tried), 'run-ended');
    const tested = host.testEndpoint({ endpointId, environmentId: null, method: 'GET', path: '/missing' });
    await hosted.runs.event(startedRun(tested), 'run-ended');
    await hosted.close();
    const all = await openHistory(hosted.past.folder).all();
    expect(all.map(({ call, name, origin, repeatable }) => ({ call, name, origin, repeatable }))).toEqual([
      {
        call: { status: 'error', statusCode: 404 },
        name: 'Shop API',
        origin: { type: 'endpoint', endpointId },
        repeatable: false,
      },
      {
        call: { status: 'success', statusCode: 200 },
        name: 'Get',
        origin: { type: 'call', nodeId },
        repeatable: false,
      },
    ]);
  });

  test('can be read by its owner alone', async () => {
    await run('large');
    await run('missing');
    await hosted.close();
    const entries = await readdir(hosted.past.folder, { recursive: true, withFileTypes: true });
    const modes = await Promise.all(
      entries.map(async (entry) => {
        const { mode } = await stat(path.join(entry.parentPath, entry.name));
        return `${entry.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`;
      }),
    );
    expect(modes.length).toBeGreaterThan(8);
    expect([...new Set(modes)].sort()).toEqual(['file 600', 'folder 700']);
    expect((await stat(hosted.past.folder)).mode & 0o777).toBe(0o700);
  });

  test('is told to the window when it begins and when it is written', async () => {
    const runId = await run('small');
    await hosted.close();
    const told = hosted.past.changes
      .flatMap(({ changed }) => changed)
      .map((each) => [each.runId, each.outcome]);
    expect(told).toEqual([
      [runId, 'running'],
      [runId, 'ended'],
    ]);
  });

  test('keeps no body beyond a tenth of what may be kept, which the session still has', async () => {
    hosted.past.limits = { mostRuns: 10, mostBytes: 5_000_000 };
    const runId = await run('large');
    const { body } = hosted.runs.eventsOf(runId, 'call-ended')[0]!;
    await hosted.past.history.close();
    expect((await filesBelow(hosted.past.folder)).filter((file) => file.includes('bodies'))).toEqual([]);
    expect(await wholeBodyOf(hosted.runs.host, runId, body!.handle)).toBe(large);
    await hosted.close();
    const again = await hostPastRuns(folder.path, { documents: [flow] });
    const range = await again.runs.host.readBody({ runId, handle: body!.handle, offset: 0, length: 10 });
    expect(range).toMatchObject({ ok: false, failure: { code: 'gone' } });
    await again.close();
  });

  test('gives no file beside its bodies, whatever handle is asked for', async () => {
    const runId = await run('small');
    await hosted.close();
    for (const handle of ['../run', '../events', 'body-1.json', 'body-1/../../run', ''])
      expect(await hosted.past.history.body(runId, handle)).toBeNull();
    expect(await hosted.past.history.body(runId, 'body-1')).not.toBeNull();
  });
});

describe('deleting', () => {
  test('removes the files, and nothing of others', async () => {
    const one = await run('large');
    const other = await run('small');
    await hosted.past.history.close();
    expect(await hosted.past.history.remove({ runs: [one] })).toEqual({
      ok: true,
      value: { deleted: [one] },
    });
    expect(await readdir(hosted.past.folder)).not.toContain(one);
    expect((await hosted.past.all()).map(({ runId }) => runId)).toEqual([other]);
    await hosted.close();
    expect((await openHistory(hosted.past.folder).all()).map(({ runId }) => runId)).toEqual([other]);
    // Until the history is opened anew a deleted run can come back.
    await expect.poll(async () => (await filesBelow(hosted.past.folder)).join()).not.toContain(one);
  });

  test('of all that are not pinned spares those that are, also after a restart', async () => {
    const pinned = await run('small');
    const other = await run('small');
    await hosted.past.history.close();
    expect(await hosted.past.history.pin({ runId: pinned, pinned: true })).toMatchObject({ ok: true });
    await hosted.close();
    const { history, all } = openHistory(hosted.past.folder);
    expect(await history.remove({ runs: 'unpinned' })).toEqual({ ok: true, value: { deleted: [other] } });
    expect(await all()).toMatchObject([{ runId: pinned, pinned: true }]);
  });

  test('waits for no run that is under way: it is refused, or passed over', async () => {
    const { host } = hosted.runs;
    const runId = startedRun(host.start({ flowId: flow.id, environmentId: null, inputs: { path: 'small' } }));
    await hosted.runs.event(runId, 'asked');
    expect(await hosted.past.history.remove({ runs: [runId] })).toMatchObject({
      ok: false,
      failure: { code: 'running' },
    });
    expect(await hosted.past.history.remove({ runs: 'unpinned' })).toEqual({
      ok: true,
      value: { deleted: [] },
    });
  });
});

describe('what may be kept', () => {
  test('is kept to: the oldest run goes first, a pinned one never', async () => {
    hosted.past.limits = { mostRuns: 2, mostBytes: 500_000_000 };
    const first = await run('small');
    await hosted.past.history.close();
    await hosted.past.history.pin({ runId: first, pinned: true });
    const second = await run('small');
    const third = await run('small');
    await hosted.close();
    expect((await hosted.past.all()).map(({ runId }) => runId)).toEqual([third, first]);
    expect(await readdir(hosted.past.folder)).not.toContain(second);
  });

  test('counts a run that is over and not written yet as one that is over', async () => {
    const { history } = hosted.past;
    hosted.past.limits = { mostRuns: 1, mostBytes: 500_000_000 };
    const begun = ['older', 'newer'].map((name, at) => {
      const runId = storyId('rn', name);
      const startedAt = new Date(Date.parse('2026-03-04T10:00:00.000Z') + at * 60_000).toISOString();
      const diary = history.begin({
        runId,
        origin: { type: 'flow' },
        name: 'Told',
        flow,
        others: [],
        inputs: {},
        persona: null,
      });
      const events = toldEvents(runId, flow.id, 3, { startedAt });
      diary.events(events.slice(0, 1));
      diary.events(events.slice(1));
      return { runId, diary };
    });
    const [older, newer] = begun;
    let written: (bytes: Uint8Array) => void = () => undefined;
    const bytes = new Promise<Uint8Array>((resolve) => (written = resolve));
    older!.diary.body({
      handle: { handle: 'body-1', sizeBytes: 2, contentType: null, kind: 'text' },
      file: null,
      cleanAt: 0,
      read: () => bytes,
    });
    older!.diary.end();
    newer!.diary.end();
    const told = () => hosted.past.changes.flatMap(({ changed }) => changed);
    await expect
      .poll(told)
      .toContainEqual(expect.objectContaining({ runId: newer!.runId, outcome: 'ended' }));
    written(Buffer.from('ok'));
    await history.close();
    expect((await hosted.past.all()).map(({ runId }) => runId)).toEqual([newer!.runId]);
  });

  test('holds at once where it is made less', async () => {
    await run('large');
    const small = await run('small');
    await hosted.past.history.close();
    hosted.past.limits = { mostRuns: 100, mostBytes: 100_000 };
    await hosted.past.history.limitsChanged();
    expect((await hosted.past.all()).map(({ runId }) => runId)).toEqual([small]);
  });
});

describe('the index', () => {
  const index = () => path.join(hosted.past.folder, 'index.json');

  test('is made anew from the folders where it is missing, damaged or of another version', async () => {
    await run('small');
    const pinned = await run('missing');
    await hosted.past.history.close();
    await hosted.past.history.pin({ runId: pinned, pinned: true });
    await hosted.close();
    const before = await hosted.past.all();
    for (const content of ['{"format":', '[]', '{"format":"flowbench.run-index","version":9,"runs":[]}']) {
      await writeFile(index(), content);
      const opened = openHistory(hosted.past.folder);
      expect(await opened.all()).toEqual(before);
      expect(opened.notes.join()).toContain('index.json.damaged-');
      await opened.history.close();
    }
    const asides = (await readdir(hosted.past.folder)).filter((name) => name.includes('damaged'));
    expect(asides).toHaveLength(3);
  });

  test('takes no run from a damaged row, but from its folder', async () => {
    const runId = await run('small');
    await hosted.close();
    const before = await hosted.past.all();
    const damaged = (await readFile(index(), 'utf8')).replace('"outcome":"ended"', '"outcome":"ascended"');
    expect(damaged).toContain('ascended');
    await writeFile(index(), damaged);
    expect(await openHistory(hosted.past.folder).all()).toEqual(before);
    expect(before[0]?.runId).toBe(runId);
  });
});
