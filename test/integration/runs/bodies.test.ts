// Large bodies stay outside of run state; flows, views and files have to agree on them all the same.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { RunId } from '#shared/ids/ids.ts';
import { shapeOfTally } from '#shared/value/value-tally.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun, wholeBodyOf, type HostedRuns } from '../../support/host-runs.ts';

const endpointId = storyId('ep', 'Body API');
const items = Array.from({ length: 30_000 }, (_, index) => ({ index, name: `Größe ${String(index)}` }));
const large = JSON.stringify({ first: 'Ana', items, last: 'Zoë' });
const bytes = Buffer.from(Array.from({ length: 2_000_000 }, (_, index) => index % 256));

/** Fetches a body, looks deep into it, and ends with a part of it. */
const flow = storyFlow({
  name: 'Bodies',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'path' }] }],
    [
      'Fetch',
      'api-call',
      { endpoint: endpointId, method: 'GET', path: '/{{path}}', responseVariable: 'got', includeRaw: true },
    ],
    ['Say', 'message', { text: '{{got.body.first}}, {{got.body.items.29999.name}}, {{got.body.last}}' }],
    ['Length', 'message', { text: '{{got.raw.length}}' }],
    ['End', 'end', { result: '{{got.body.items.7}}' }],
  ],
  connections: [
    ['Start', 'next', 'Fetch'],
    ['Fetch', 'success', 'Say'],
    ['Say', 'next', 'Length'],
    ['Length', 'next', 'End'],
  ],
});

let server: StoryServer;
let runs: HostedRuns;
beforeEach(async () => {
  const kinds: Record<string, readonly [type: string, content: string | Buffer]> = {
    large: ['application/json', large],
    small: ['application/json', '{"first":"Ana","items":[],"last":"Zoë"}'],
    text: ['text/plain; charset=iso-8859-1', Buffer.from('Größe', 'latin1')],
    bytes: ['application/octet-stream', bytes],
    pixel: ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    none: ['text/plain', ''],
  };
  server = await startStoryServer({
    routes: Object.fromEntries(
      Object.entries(kinds).map(([name, [type, content]]) => [
        name,
        (_, response) => response.writeHead(200, { 'content-type': type }).end(content),
      ]),
    ),
  });
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpointId,
    name: 'Body API',
    baseUrl: server.url,
  });
  runs = await hostRuns({ documents: [flow, endpoint] });
});
afterEach(async () => {
  await runs.close();
  await server.close();
});

async function fetchBody(name: string) {
  const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: { path: name } }));
  const end = await runs.event(runId, 'run-ended');
  const { body, sizeBytes } = await runs.event(runId, 'call-ended');
  return { runId, end, body, sizeBytes, handle: body?.handle ?? '' };
}

const read = (runId: RunId, handle: string, offset: number, length: number) =>
  runs.host.readBody({ runId, handle, offset, length });

describe('a body', () => {
  test('over 1 MB is a reference in run state, and templates walk into it all the same', async () => {
    const { end, runId } = await fetchBody('large');
    expect(runs.eventsOf(runId, 'said').map(({ text }) => text)).toEqual([
      'Ana, Größe 29999, Zoë',
      String(large.length),
    ]);
    expect(end).toMatchObject({
      outcome: 'ended',
      result: { type: 'object', json: '{"index":7,"name":"Größe 7"}' },
    });
    const set = runs.eventsOf(runId, 'variable-set').find(({ name }) => name === 'got');
    expect(set?.value).toMatchObject({ type: 'object', truncated: true });
    expect(Buffer.byteLength(set?.value.json ?? '')).toBeLessThanOrEqual(64 * 1024);
    const shape = set?.value.tally === undefined ? undefined : shapeOfTally(set.value.tally);
    const items = shape?.keys.get('body')?.keys.get('items')?.items;
    expect(items?.keys.get('name')).toMatchObject({ kinds: ['text'], sample: '"Größe 0"' });
  });

  test('over 1 MB is kept in a file that only this user can read', async () => {
    const { body, handle, runId } = await fetchBody('large');
    expect(body).toMatchObject({ kind: 'json', sizeBytes: Buffer.byteLength(large) });
    const folder = path.join(runs.folder, runId);
    const [file = ''] = readdirSync(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600);
    expect(await wholeBodyOf(runs.host, runId, handle)).toBe(large);
  });

  test('is read in pieces of whole characters', async () => {
    const { handle, runId } = await fetchBody('large');
    expect(await wholeBodyOf(runs.host, runId, handle, 65_537)).toBe(large);
  });

  test('up to 1 MB is on no disk', async () => {
    const { handle, runId } = await fetchBody('small');
    expect(JSON.parse(await wholeBodyOf(runs.host, runId, handle))).toMatchObject({ first: 'Ana' });
    expect(existsSync(runs.folder)).toBe(false);
  });

  test('of another charset is read as UTF-8', async () => {
    const { body, handle, runId } = await fetchBody('text');
    expect(body).toMatchObject({ kind: 'text', sizeBytes: Buffer.byteLength('Größe') });
    expect(await wholeBodyOf(runs.host, runId, handle, 1)).toBe('Größe');
  });

  test('of bytes is read byte by byte', async () => {
    const { body, handle, runId } = await fetchBody('bytes');
    expect(body).toMatchObject({ kind: 'binary', sizeBytes: bytes.length });
    const range = await read(runId, handle, 1_000_000, 3);
    expect(range).toEqual({
      ok: true,
      value: {
        base64: bytes.subarray(1_000_000, 1_000_003).toString('base64'),
        nextOffset: 1_000_003,
        sizeBytes: bytes.length,
      },
    });
    expect(await read(runId, handle, bytes.length - 1, 10)).toMatchObject({ value: { nextOffset: null } });
    expect(await read(runId, handle, bytes.length + 5, 10)).toMatchObject({
      value: { base64: '', nextOffset: null },
    });
  });

  test('of no byte has no handle', async () => {
    const { body, sizeBytes } = await fetchBody('none');
    expect(body).toBeNull();
    expect(sizeBytes).toBe(0);
  });

  test('can be copied from a file, also where it was in memory', async () => {
    for (const [name, content] of [
      ['pixel', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
      ['large', Buffer.from(large)],
    ] as const) {
      const { handle, runId } = await fetchBody(name);
      const file = await runs.host.bodyFile(runId, handle);
      expect(file.ok && readFileSync(file.value).equals(content)).toBe(true);
    }
  });
});

describe('a file that a request sends', () => {
  const upload = (file: string) =>
    storyFlow({
      name: `Upload ${file}`,
      nodes: [
        ['Start', 'start', {}],
        [
          'Send',
          'api-call',
          {
            endpoint: endpointId,
            method: 'POST',
            path: '/echo',
            body: { type: 'binary', file },
            responseVariable: 'got',
          },
        ],
      ],
      connections: [['Start', 'next', 'Send']],
    });

  test.each([
    ['files/note.txt', 'success', null],
    ['files/missing.txt', 'exception', 'body-file-unreadable'],
    ['flowbench.json', 'exception', 'body-file-unreadable'],
    ['../../etc/passwd', 'exception', 'body-file-unreadable'],
  ] as const)('comes from the folder of attachments alone: %s', async (file, status, code) => {
    const sent = upload(file);
    const endpoint = endpointSchema.parse({
      format: 'flowbench.endpoint',
      version: 1,
      id: endpointId,
      name: 'Body API',
      baseUrl: server.url,
    });
    const own = await hostRuns({ documents: [sent, endpoint] });
    mkdirSync(path.join(own.workspaceFolder, 'files'));
    writeFileSync(path.join(own.workspaceFolder, 'files', 'note.txt'), 'a note');
    writeFileSync(path.join(own.workspaceFolder, 'flowbench.json'), '{}');
    const runId = startedRun(own.host.start({ flowId: sent.id, environmentId: null, inputs: {} }));
    expect(await own.event(runId, 'call-ended')).toMatchObject({ status, code });
    expect(server.requests.map(({ body }) => body)).toEqual(status === 'success' ? ['a note'] : []);
    await own.close();
  });
});

describe('bodies that are gone', () => {
  test('are those of runs before the last twenty', async () => {
    const first = await fetchBody('large');
    const second = await fetchBody('large');
    for (let run = 0; run < 19; run += 1) await fetchBody('small');
    expect(await read(first.runId, first.handle, 0, 10)).toMatchObject({
      ok: false,
      failure: { code: 'gone' },
    });
    expect(await runs.host.bodyFile(first.runId, first.handle)).toMatchObject({ ok: false });
    expect(await read(second.runId, second.handle, 0, 10)).toMatchObject({ ok: true });
    await runs.host.close();
    expect(existsSync(runs.folder)).toBe(false);
  });

  test('are those under names that nobody gave', async () => {
    const { runId } = await fetchBody('small');
    expect(await read(runId, '../../etc/passwd', 0, 10)).toMatchObject({ failure: { code: 'gone' } });
    expect(await read(storyId('rn', 'nobody'), 'body-1', 0, 10)).toMatchObject({ failure: { code: 'gone' } });
  });

  test('are those whose file somebody removed, which is said and does not break', async () => {
    const { handle, runId } = await fetchBody('large');
    rmSync(path.join(runs.folder, runId), { recursive: true });
    expect(await read(runId, handle, 0, 10)).toMatchObject({ ok: false, failure: { code: 'unreadable' } });
  });
});

test('what an application left behind that was killed is removed', async () => {
  const left = path.join(runs.workspaceFolder, 'bodies', storyId('rn', 'old'));
  mkdirSync(left, { recursive: true });
  writeFileSync(path.join(left, 'old.body'), 'old');
  const later = await hostRuns({ documents: [], ports: { folder: runs.folder } });
  await later.host.close();
  expect(existsSync(left)).toBe(false);
  await later.close();
});
