// A server may send a secret back in any shape; the flow gets it, and nobody who looks on does.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { afterEach, describe, expect, test } from 'vitest';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import type { apiCallConfigSchema } from '#shared/nodes/api-call-node.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { answerJson, startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { canaries } from '../../support/canaries.ts';
import { hostRuns, startedRun, wholeBodyOf, type HostedRuns } from '../../support/host-runs.ts';

const slot = storyId('sl', 'canary');
const endpointId = storyId('ep', 'Echo API');

function echoApi(baseUrl: string, change: object = {}): Endpoint {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpointId,
    name: 'Echo API',
    baseUrl,
    ...change,
  });
}

/** Echoes the secret in a header of a server that shows no mercy, then lets the flow use it again. */
const flow = storyFlow({
  name: 'Echo',
  nodes: [
    ['Start', 'start', {}],
    ['Ask', 'api-call', { endpoint: endpointId, method: 'POST', path: '/tell', responseVariable: 'told' }],
    ['Say', 'message', { text: 'It is {{told.body.secret}}, and {{told.headers.x-secret}}' }],
    [
      'Ask again',
      'api-call',
      {
        endpoint: endpointId,
        method: 'POST',
        path: '/again/{{told.body.secret}}',
        query: [{ name: 'again', value: '{{told.body.secret}}' }],
        body: { type: 'json', template: '{"again":"{{told.body.secret}}"}' },
        responseVariable: 'again',
      },
    ],
    ['End', 'end', { result: '{{told.body}}' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'success', 'Say'],
    ['Say', 'next', 'Ask again'],
    ['Ask again', 'success', 'End'],
  ],
});

/** Every way in which a careless server may write a secret. */
function encodings(secret: string): Record<string, string> {
  const bytes = Buffer.from(secret, 'utf8');
  const shifted = (by: number) => Buffer.concat([Buffer.alloc(by, 'x'), bytes]).toString('base64');
  return {
    plain: secret,
    json: JSON.stringify(secret),
    percent: encodeURIComponent(secret),
    form: new URLSearchParams({ secret }).toString(),
    base64: shifted(0),
    base64_1: shifted(1),
    base64_2: shifted(2),
    base64url: bytes.toString('base64url'),
    basic: Buffer.from(`ana:${secret}`).toString('base64'),
    escaped: Array.from(secret, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  };
}

let server: StoryServer;
let runs: HostedRuns;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function echo(secret: string, endpoint: object, padding = 0) {
  const told = {
    secret,
    encodings: encodings(secret),
    [secret]: 'as a key',
    padding: 'x'.repeat(padding),
  };
  server = await startStoryServer({
    routes: {
      tell: (_, response) => {
        response.setHeader('x-secret', Buffer.from(secret, 'utf8').toString('latin1'));
        response.setHeader('x-encoded', encodeURIComponent(secret));
        answerJson(response, 200, told);
      },
      again: ({ path: sent }, response) => {
        answerJson(response, 200, { sent });
      },
    },
  });
  runs = await hostRuns({ documents: [flow, echoApi(server.url, endpoint)], secrets: { [slot]: secret } });
  closing.push(
    () => runs.close(),
    () => server.close(),
  );
  const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));
  const end = await runs.event(runId, 'run-ended');
  const handles = runs.eventsOf(runId, 'call-ended').map(({ body }) => body?.handle ?? '');
  const bodies = await Promise.all(handles.map((handle) => wholeBodyOf(runs.host, runId, handle)));
  return { runId, end, bodies, seen: JSON.stringify(runs.events(runId)) + bodies.join('\n') };
}

/** All texts under which a search would recognise a secret, at least as strict as the scrubber has to be. */
function traces(secret: string): readonly string[] {
  const { json = '', base64 = '', base64_1 = '', base64_2 = '', basic = '', ...rest } = encodings(secret);
  const inner = (text: string) => text.replace(/=+$/, '').slice(4, -4);
  return [...Object.values(rest), json.slice(1, -1), ...[base64, base64_1, base64_2, basic].map(inner)];
}

/** The first canary in every encoding, made by Python's json, urllib and base64. */
const planted = [
  'ca"nary-quote\\4711',
  '"ca\\"nary-quote\\\\4711"',
  'ca%22nary-quote%5C4711',
  'secret=ca%22nary-quote%5C4711',
  'Y2EibmFyeS1xdW90ZVw0NzEx',
  'eGNhIm5hcnktcXVvdGVcNDcxMQ==',
  'eHhjYSJuYXJ5LXF1b3RlXDQ3MTE=',
  'Y2EibmFyeS1xdW90ZVw0NzEx',
  'YW5hOmNhIm5hcnktcXVvdGVcNDcxMQ==',
  '\\u0063\\u0061\\u0022\\u006e\\u0061\\u0072\\u0079\\u002d\\u0071\\u0075\\u006f\\u0074\\u0065\\u005c\\u0034\\u0037\\u0031\\u0031',
];

/** Shorter ones are not searched for in what a server sends. */
const searched = Object.entries(canaries).filter(([, { length }]) => length >= 8);

const bearer = { auth: { type: 'bearer', token: { secret: slot } } };

describe('a secret that a server sends back', () => {
  test('is found by the search before it is masked: the search works', () => {
    const found = planted.map((text) => traces(canaries.quote).some((trace) => text.includes(trace)));
    expect(found).toEqual(planted.map(() => true));
  });

  test('is one of five kinds', () => {
    expect(Object.values(canaries).map(({ length }) => length)).toEqual([18, 22, 4000, 16, 6]);
  });

  test.each(searched.filter(([, secret]) => /^[\x20-\x7e]+$/.test(secret)))(
    'is in no event and in no body that is read: %s',
    async (_, secret) => {
      const { end, seen } = await echo(secret, bearer);
      expect(end.outcome).toBe('ended');
      expect(seen).toContain('••••••••');
      for (const trace of traces(secret)) expect(seen.includes(trace)).toBe(false);
    },
  );

  test.each(searched)('is in no event as the password of Basic: %s', async (_, secret) => {
    const auth = { type: 'basic', userName: { template: 'ana' }, password: { secret: slot } };
    const { end, seen } = await echo(secret, { auth });
    expect(end.outcome).toBe('ended');
    for (const trace of traces(secret)) expect(seen.includes(trace)).toBe(false);
  });

  test('is in no event as the key in a query', async () => {
    const auth = { type: 'api-key', in: 'query', name: 'key', key: { secret: slot } };
    const { seen } = await echo(canaries.accents, { auth });
    for (const trace of traces(canaries.accents)) expect(seen.includes(trace)).toBe(false);
  });

  test('is used by the flow as it is', async () => {
    await echo(canaries.quote, bearer);
    const again = server.requests[1];
    expect(again?.path).toBe(
      `/again/${encodeURIComponent(canaries.quote)}?again=${encodeURIComponent(canaries.quote)}`,
    );
    expect(JSON.parse(again?.body ?? '')).toEqual({ again: canaries.quote });
  });

  test('is in no file, also where the body is too large for memory', async () => {
    const { end, runId, seen } = await echo(canaries.quote, bearer, 1_500_000);
    expect(end.outcome).toBe('ended');
    const files = filesBelow(runs.folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const content = readFileSync(file, 'utf8');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      for (const trace of traces(canaries.quote)) expect(content.includes(trace)).toBe(false);
    }
    for (const trace of traces(canaries.quote)) expect(seen.includes(trace)).toBe(false);
    expect(runs.eventsOf(runId, 'said')[0]?.text).toBe('It is ••••••••, and ••••••••');
    expect(server.requests[1]?.body).toBe(JSON.stringify({ again: canaries.quote }));
  });
});

describe('a secret that came back, at a redirect to another origin', () => {
  const secret = canaries.quote;

  /** Tells the secret, then sends it on with a header or a body of the node, and is redirected elsewhere. */
  async function sentOn(config: Pick<z.input<typeof apiCallConfigSchema>, 'method' | 'headers' | 'body'>) {
    const other = await startStoryServer({
      routes: {
        away: (_, response) => {
          answerJson(response, 200, {});
        },
      },
    });
    server = await startStoryServer({
      routes: {
        tell: (_, response) => {
          answerJson(response, 200, { secret });
        },
        again: (_, response) => {
          response.writeHead(307, { location: `${other.url}/away` }).end();
        },
      },
    });
    const again = { endpoint: endpointId, path: '/again', responseVariable: 'again', ...config };
    const echoing = storyFlow({
      name: 'Send on',
      nodes: [
        ['Start', 'start', {}],
        ['Ask', 'api-call', { endpoint: endpointId, method: 'GET', path: '/tell', responseVariable: 'told' }],
        ['Ask again', 'api-call', again],
        ['End', 'end', { result: '{{again.error_detail.code}}' }],
      ],
      connections: [
        ['Start', 'next', 'Ask'],
        ['Ask', 'success', 'Ask again'],
        ['Ask again', 'success', 'End'],
        ['Ask again', 'error', 'End'],
      ],
    });
    const documents = [echoing, echoApi(server.url, bearer)];
    runs = await hostRuns({ documents, secrets: { [slot]: secret } });
    closing.push(
      () => runs.close(),
      () => server.close(),
      () => other.close(),
    );
    const runId = startedRun(runs.host.start({ flowId: echoing.id, environmentId: null, inputs: {} }));
    const { result } = await runs.event(runId, 'run-ended');
    return { arrived: other.requests, result };
  }

  test('stays behind in a header of the node', async () => {
    const header = { name: 'X-Echo', value: 'v1={{told.body.secret}}' };
    const { arrived } = await sentOn({ method: 'GET', headers: [header, { name: 'X-Plain', value: '1' }] });
    expect(server.requests[1]?.headers['x-echo']).toBe(`v1=${secret}`);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.headers).toMatchObject({ 'x-plain': '1' });
    expect(arrived[0]?.headers).not.toHaveProperty('x-echo');
  });

  test('keeps a body from going there', async () => {
    const body = { type: 'json', template: '{"echo":"{{told.body.secret}}"}' } as const;
    const { arrived, result } = await sentOn({ method: 'POST', body });
    expect(JSON.parse(server.requests[1]?.body ?? '')).toEqual({ echo: secret });
    expect(arrived).toEqual([]);
    expect(result?.json).toBe('"redirect-body-secret"');
  });
});

describe('a secret of six characters', () => {
  const secret = canaries.short;

  test('is masked wherever it stands in a request', async () => {
    const auth = { type: 'api-key', in: 'query', name: 'key', key: { secret: slot } };
    const { runId } = await echo(secret, { auth });
    const request = JSON.stringify([
      runs.eventsOf(runId, 'call-prepared')[0],
      runs.eventsOf(runId, 'exchange-started')[0],
    ]);
    expect(request).toContain('key=••••••••');
    expect(request).not.toContain(secret);
  });

  test('is masked in an address that the server sends it on to', async () => {
    const auth = { type: 'api-key', in: 'query', name: 'key', key: { secret: slot } };
    server = await startStoryServer({
      routes: {
        tell: (_, response) => {
          response.writeHead(307, { location: `/again?key=${secret}&to=${secret}#${secret}` }).end();
        },
        again: ({ path: sent }, response) => {
          answerJson(response, 200, { length: sent.length });
        },
      },
    });
    runs = await hostRuns({ documents: [flow, echoApi(server.url, { auth })], secrets: { [slot]: secret } });
    closing.push(
      () => runs.close(),
      () => server.close(),
    );
    const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));
    await runs.event(runId, 'run-ended');
    expect(server.requests[1]?.path).toBe(`/again?key=${secret}&to=${secret}`);
    expect(runs.eventsOf(runId, 'exchange-started')[1]?.url).toBe(
      `${server.url}/again?key=••••••••&to=••••••••`,
    );
    expect(JSON.stringify(runs.events(runId))).not.toContain(secret);
  });

  test('is not searched for in what a server sends', async () => {
    const { bodies } = await echo(secret, bearer);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ secret });
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
