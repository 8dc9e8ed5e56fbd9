// Secrets of environments on real sockets with the real vault: they go where somebody let them go, and are seen nowhere.
import path from 'node:path';
import fc from 'fast-check';
import type { z } from 'zod';
import { afterEach, describe, expect, test } from 'vitest';
import { createVault, type Vault } from '#electron/vault/vault.ts';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { environmentSchema, type Environment } from '#shared/environment/environment.ts';
import type { apiCallConfigSchema } from '#shared/nodes/api-call-node.ts';
import { confirmedOrigins } from '#shared/secret/confirmed-origins.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { answerJson, startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun, wholeBodyOf, type HostedRuns } from '../../support/host-runs.ts';
import { runs as howOften } from '../../support/runs.ts';
import { formsFound } from '../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';
import { systemCipher } from '#electron/vault/system-cipher.ts';

const root = useTemporaryFolder();
const canary = 'canary-"env\'ironment\\-Ω-4711';
const latin = 'canary-latin-0815';
const slots = { token: storyId('sl', 'token'), wide: storyId('sl', 'wide') };
const environmentId = storyId('en', 'staging');
const workspaceId = storyId('ws', 'Acme Shop');

const staging: Environment = environmentSchema.parse({
  format: 'flowbench.environment',
  version: 1,
  id: environmentId,
  name: 'staging',
  values: [
    { name: 'token', secret: slots.token },
    { name: 'wide', secret: slots.wide },
    { name: 'host', value: 'shop.example' },
  ],
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function api(baseUrl: string, change: object = {}): Endpoint {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl,
    headers: [{ name: 'X-Token', value: { template: '{{token}}' } }],
    ...change,
  });
}

function askingFlow(
  config: Partial<z.input<typeof apiCallConfigSchema>>,
  said = 'The token is {{token}} or {{@env.token}}',
) {
  return storyFlow({
    name: 'Ask',
    nodes: [
      ['Start', 'start', {}],
      ['Say', 'message', { text: said }],
      [
        'Ask',
        'api-call',
        { endpoint: storyId('ep', 'Shop API'), responseVariable: 'told', ...anyCall, ...config },
      ],
      ['Repeat', 'message', { text: 'It said {{told.body.repeated}}' }],
      ['End', 'end', { result: '{{told}}' }],
    ],
    connections: [
      ['Start', 'next', 'Say'],
      ['Say', 'next', 'Ask'],
      ['Ask', 'success', 'Repeat'],
      ['Ask', 'error', 'End'],
      ['Repeat', 'next', 'End'],
    ],
  });
}

const anyCall = { method: 'GET', path: '' } as const;

async function echoServer(): Promise<StoryServer> {
  const server = await startStoryServer({
    routes: {
      tell: ({ body, headers, path: asked }, response) => {
        answerJson(response, 200, { repeated: [headers['x-token'], asked, body] });
      },
      away: (_, response) => {
        response.writeHead(307, { location: `${elsewhere?.url ?? ''}/tell` }).end();
      },
    },
  });
  closing.push(() => server.close());
  return server;
}
let elsewhere: StoryServer | null = null;

async function vaultWith(
  origins: readonly string[],
  secrets = { token: latin, wide: canary },
): Promise<Vault> {
  const vault = createVault({
    system: systemCipher(testKeyStore(), 'linux'),
    fileOf: () => path.join(root.path, 'vault.json'),
    now: () => new Date(),
  });
  for (const [name, slot] of Object.entries(slots)) {
    const place = { workspaceId, documentId: environmentId, slot, origin: confirmedOrigins(origins) };
    await vault.set(place, secrets[name as keyof typeof secrets]);
  }
  return vault;
}

async function ran(
  documents: readonly WorkspaceDocument[],
  vault: Vault,
): Promise<HostedRuns & { readonly seen: string }> {
  const runs = await hostRuns({ documents, ports: { vault } });
  closing.push(() => runs.close());
  const [flow] = documents;
  if (flow?.format !== 'flowbench.flow') throw new Error('The flow comes first.');
  const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId, inputs: {} }));
  await runs.event(runId, 'run-ended');
  const handles = runs.eventsOf(runId, 'call-ended').map(({ body }) => body?.handle ?? '');
  const bodies = await Promise.all(
    handles.filter((handle) => handle !== '').map((handle) => wholeBodyOf(runs.host, runId, handle)),
  );
  return { ...runs, seen: JSON.stringify(runs.events(runId)) + bodies.join('\n') };
}

const unseen = (seen: string) => [latin, canary].flatMap((secret) => formsFound(Buffer.from(seen), secret));

describe('a secret of the environment', () => {
  test('arrives at the server in every field of the call, and is masked everywhere else', async () => {
    const server = await echoServer();
    const flow = askingFlow({
      method: 'POST',
      path: '/tell/{{wide}}',
      query: [{ name: 'q', value: '{{@env.wide}}' }],
      headers: [{ name: 'X-Made', value: '{{base64 wide}}' }],
      body: { type: 'json', template: '{"wide":"{{wide}}","typed":{{wide}},"upper":"{{upper token}}"}' },
    });
    const { seen } = await ran([flow, api(server.url), staging], await vaultWith([server.url]));
    const [request] = server.requests;
    expect(request?.headers).toMatchObject({
      'x-token': latin,
      'x-made': Buffer.from(canary).toString('base64'),
    });
    // RFC 3986 leaves the apostrophe out of what is unreserved.
    const encoded = encodeURIComponent(canary).replaceAll("'", '%27');
    expect(request?.path).toBe(`/tell/${encoded}?q=${encoded}`);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      wide: canary,
      typed: canary,
      upper: latin.toUpperCase(),
    });
    expect(seen).toContain('••••••••');
    expect(unseen(seen)).toEqual([]);
    expect(seen).not.toContain(latin.toUpperCase());
    expect(unseen(seen + canary)).not.toEqual([]);
  });

  test('is an unknown name in a message, which says so', async () => {
    const server = await echoServer();
    const flow = askingFlow({ path: '/tell' });
    const runs = await ran([flow, api(server.url), staging], await vaultWith([server.url]));
    expect(runs.seen).toContain('"text":"The token is  or "');
    expect(runs.seen).toContain('unknown-variable');
  });

  test('does not go to an address that nobody confirmed, and the exception says what to do', async () => {
    const server = await echoServer();
    const { seen } = await ran(
      [askingFlow({ path: '/tell' }), api(server.url), staging],
      await vaultWith(['https://shop.example']),
    );
    expect(server.requests).toEqual([]);
    expect(seen).toContain(`The secret token of staging may not go to ${server.url} yet.`);
    expect(seen).toContain('Let it go there if you trust that address');
  });

  test('that is not set is told by its name', async () => {
    const server = await echoServer();
    const vault = await vaultWith([server.url]);
    await vault.forget({ workspaceId, documentId: environmentId, slot: slots.token });
    const { seen } = await ran([askingFlow({ path: '/tell' }), api(server.url), staging], vault);
    expect(server.requests).toEqual([]);
    expect(seen).toContain('The secret token has no value in the environment staging.');
  });

  test('stays behind when the server sends the call on to another origin', async () => {
    elsewhere = await echoServer();
    const server = await echoServer();
    const flow = askingFlow({ path: '/away', headers: [{ name: 'X-Wide', value: 'v1={{base64 wide}}' }] });
    const { seen } = await ran([flow, api(server.url), staging], await vaultWith([server.url]));
    expect(server.requests[0]?.headers).toHaveProperty('x-wide');
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty('x-wide');
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty('x-token');
    expect(unseen(seen)).toEqual([]);
  });

  test('comes from the defaults where the environment does not say otherwise', async () => {
    const server = await echoServer();
    const defaults: Environment = { ...staging, defaults: true };
    const active = environmentSchema.parse({
      ...staging,
      id: storyId('en', 'live'),
      name: 'live',
      values: [],
    });
    const flow = askingFlow({ path: '/tell' });
    const documents = [flow, api(server.url), defaults, active];
    const runs = await hostRuns({
      documents,
      ports: {
        vault: await vaultWith([server.url]),
        workspace: {
          id: workspaceId,
          document: (id) => {
            const document = documents.find((each) => each.id === id);
            return document === undefined ? null : { document };
          },
          defaults: () => defaults,
          resolveFile: () => Promise.reject(new Error('No file is sent.')),
        },
      },
    });
    closing.push(() => runs.close());
    const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: active.id, inputs: {} }));
    await runs.event(runId, 'run-ended');
    expect(server.requests[0]?.headers['x-token']).toBe(latin);
  });

  test('is in no event, whatever a template makes of it', async () => {
    const server = await echoServer();
    const vault = await vaultWith([server.url]);
    const read = fc.constantFrom('token', '@env.token', 'wide', '@env.wide');
    const expression = fc.oneof(
      read.map((name) => `{{${name}}}`),
      fc
        .tuple(fc.constantFrom('upper', 'lower', 'trim', 'base64', 'urlEncode', 'json', 'sha256'), read)
        .map(([helper, name]) => `{{${helper} ${name}}}`),
      read.map((name) => `{{#if ${name}}}[{{${name}}}]{{/if}}`),
      read.map((name) => `{{#with ${name}}}{{this}}{{/with}}`),
      fc.constant('{{json @env}}{{#each @env}}{{@key}}={{this}};{{/each}}'),
      fc.string({ unit: fc.constantFrom('a', ' ', '-', '"', '%') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(expression, { minLength: 1, maxLength: 4 }), async (parts) => {
        const template = parts.join('');
        const flow = askingFlow({
          method: 'POST',
          path: '/tell',
          query: [{ name: 'q', value: template }],
          body: { type: 'text', template },
        });
        const { seen } = await ran([flow, api(server.url), staging], vault);
        expect(unseen(seen)).toEqual([]);
        expect(seen).not.toContain(latin.toUpperCase());
      }),
      { numRuns: howOften(12) },
    );
    expect(server.requests.length).toBeGreaterThan(0);
  }, 60_000);
});

describe('the vault', () => {
  test('gives an environment’s secret for confirmed origins only, and an endpoint’s for its one', async () => {
    const vault = await vaultWith(['https://a.example', 'https://b.example']);
    const place = { workspaceId, documentId: environmentId, slot: slots.token };
    const state = async (origin: string) => (await vault.read({ ...place, origin })).state;
    expect(await state('https://a.example')).toBe('set');
    expect(await state('https://b.example')).toBe('set');
    expect(await state('https://evil.example')).toBe('other-origin');
    expect(await state(confirmedOrigins(['https://a.example', 'https://b.example']))).toBe('other-origin');

    const endpointId = storyId('ep', 'Shop API');
    const bound = { workspaceId, documentId: endpointId, slot: storyId('sl', 'own') };
    // An address that reads like a list is no list for an endpoint.
    await vault.set({ ...bound, origin: confirmedOrigins(['https://evil.example']) }, 'own-secret');
    expect((await vault.read({ ...bound, origin: 'https://evil.example' })).state).toBe('other-origin');
  });
});
