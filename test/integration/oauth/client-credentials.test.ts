// Calls with OAuth 2 client credentials, from the document to the sockets of a server that checks everything.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccessTokens } from '#electron/oauth/access-tokens.ts';
import { memoryTokenShelf } from '#electron/oauth/token-shelf.ts';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { RunHostPorts } from '#electron/runs/run-ports.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { hostRuns, type HostedRuns, startedRun } from '../../support/host-runs.ts';
import { encodings } from '../../support/secret-encodings.ts';
import { AuthorizationServer } from '../../support/servers/authorization-server.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';

const endpointId = storyId('ep', 'Shop API');
const slot = storyId('sl', 'client secret');
// What a form and Basic each would break in their own way.
const client = { id: 'shop: ä&b', secret: 'p+ss %w/örd=42' };

const flow = storyFlow({
  name: 'With a token',
  nodes: [
    ['Start', 'start', {}],
    ['Ask', 'api-call', { endpoint: endpointId, method: 'POST', path: '/orders', responseVariable: 'told' }],
    ['Good', 'end', { result: '{{told.status}}' }],
    ['Bad', 'end', { result: '{{told.status}}' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'success', 'Good'],
    ['Ask', 'error', 'Bad'],
  ],
});

let server: AuthorizationServer;
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  server = await AuthorizationServer.start(client);
  closing.push(() => server[Symbol.asyncDispose]());
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const endpointWith = (auth: object = {}, rest: object = {}) =>
  endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpointId,
    name: 'Shop API',
    baseUrl: server.apiOrigin,
    auth: {
      type: 'oauth2-client-credentials',
      tokenUrl: server.tokenUrl,
      clientId: { template: client.id },
      clientSecret: { secret: slot },
      scope: 'orders.read orders.write',
      ...auth,
    },
    ...rest,
  });

async function host(
  endpoint = endpointWith(),
  ports: Partial<RunHostPorts> = {},
  secret = client.secret,
): Promise<HostedRuns> {
  const runs = await hostRuns({ documents: [flow, endpoint], secrets: { [slot]: secret }, ports });
  closing.push(() => runs.close());
  return runs;
}

const start = (runs: HostedRuns) =>
  startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));

async function call(runs: HostedRuns) {
  const runId = start(runs);
  await runs.event(runId, 'run-ended');
  return { runId, ended: await runs.event(runId, 'call-ended') };
}

/** Tokens whose clock a test sets. */
function tokensAt(clock: { nowMs: number }): AccessTokens {
  return new AccessTokens({ shelf: memoryTokenShelf(), nowMs: () => clock.nowMs });
}

describe('a call with client credentials', () => {
  it('fetches a token with Basic, and sends it to the API alone', async () => {
    const runs = await host();
    const { ended, runId } = await call(runs);
    expect(ended).toMatchObject({ status: 'success', statusCode: 200 });
    expect(server.tokenRequests).toEqual([
      {
        parameters: { grant_type: 'client_credentials', scope: 'orders.read orders.write' },
        authorization: expect.stringMatching(/^Basic /) as string,
        contentType: 'application/x-www-form-urlencoded',
      },
    ]);
    const [token = ''] = server.tokens;
    expect(server.apiRequests).toEqual([{ path: '/orders', authorization: `Bearer ${token}` }]);
    const told = JSON.stringify(runs.events(runId));
    for (const secret of [token, client.secret])
      for (const [name, encode] of Object.entries(encodings))
        expect(told, name).not.toContain(encode(secret));
    expect(runs.eventsOf(runId, 'exchange-started')[0]?.headers).toContainEqual({
      name: 'Authorization',
      value: [
        { text: 'Bearer ', from: 'literal' },
        { text: '••••••••', from: 'secret', variable: 'ACCESS_TOKEN' },
      ],
      from: 'credential',
    });
    expect(runs.asked).toEqual([expect.objectContaining({ slot, origin: server.origin })]);
    expect(runs.defects).toEqual([]);
  });

  it('shows the client in the body where the endpoint says so', async () => {
    await call(await host(endpointWith({ clientAuthentication: 'body', scope: '' })));
    expect(server.tokenRequests).toEqual([
      {
        parameters: {
          grant_type: 'client_credentials',
          client_id: client.id,
          client_secret: client.secret,
        },
        authorization: undefined,
        contentType: 'application/x-www-form-urlencoded',
      },
    ]);
    expect(server.apiRequests).toHaveLength(1);
  });

  it('shares one token request with nine others, and the next calls use what is kept', async () => {
    const runs = await host();
    let release = (): void => undefined;
    server.hold = new Promise((resolve) => (release = resolve));
    const ids = Array.from({ length: 10 }, () => start(runs));
    await server.until(() => server.tokenRequests.length > 0);
    await Promise.all(ids.map((id) => runs.event(id, 'attempt-started')));
    release();
    const ends = await Promise.all(ids.map((id) => runs.event(id, 'call-ended')));
    expect(ends.map(({ status }) => status)).toEqual(ids.map(() => 'success'));
    await call(runs);
    expect(server.tokenRequests).toHaveLength(1);
    expect(server.apiRequests).toHaveLength(11);
  });

  it('has a token for each scope', async () => {
    const tokens = new AccessTokens({ shelf: memoryTokenShelf() });
    await call(await host(endpointWith(), { tokens }));
    await call(await host(endpointWith({ scope: 'other' }), { tokens }));
    expect(server.tokenRequests.map(({ parameters }) => parameters['scope'])).toEqual([
      'orders.read orders.write',
      'other',
    ]);
  });

  it.each([
    [3600, 3_569_000, 3_571_000],
    [100, 89_000, 91_000],
  ])('that is good for %i s is renewed ahead of its end', async (lifetimeSeconds, goodMs, dueMs) => {
    const clock = { nowMs: 1_700_000_000_000 };
    const beganMs = clock.nowMs;
    server.lifetimeSeconds = lifetimeSeconds;
    const runs = await host(endpointWith(), { tokens: tokensAt(clock) });
    await call(runs);
    clock.nowMs = beganMs + goodMs;
    await call(runs);
    expect(server.tokenRequests).toHaveLength(1);
    clock.nowMs = beganMs + dueMs;
    await call(runs);
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('uses a token until its end where no new one can be had', async () => {
    const clock = { nowMs: 1_700_000_000_000 };
    const runs = await host(endpointWith(), { tokens: tokensAt(clock) });
    await call(runs);
    clock.nowMs += 3_590_000;
    server.otherAnswers.push({ status: 503, body: '' });
    expect((await call(runs)).ended.status).toBe('success');
    clock.nowMs += 20_000;
    server.otherAnswers.push({ status: 503, body: '' });
    expect((await call(runs)).ended).toMatchObject({ status: 'failure', code: 'oauth-token-unreachable' });
  });

  it('renews a token once that the API does not take any more, within the same attempt', async () => {
    const runs = await host();
    await call(runs);
    server.revoke();
    const { ended, runId } = await call(runs);
    expect(ended).toMatchObject({ status: 'success', attempts: 1 });
    expect(runs.eventsOf(runId, 'response-head').map(({ statusCode }) => statusCode)).toEqual([401, 200]);
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('lets a 401 stand for a token that was just fetched, and where no other can be had', async () => {
    const runs = await host();
    server.otherAnswers.push({ status: 200, body: '{"access_token":"unknown-to-the-api"}' });
    const first = await call(runs);
    expect(first.ended).toMatchObject({ status: 'error', statusCode: 401 });
    server.otherAnswers.push({ status: 400, body: '{"error":"invalid_client"}' });
    const second = await call(runs);
    expect(second.ended).toMatchObject({
      status: 'error',
      statusCode: 401,
      sizeBytes: first.ended.sizeBytes,
    });
    const from = new URL(server.origin).host;
    expect(runs.eventsOf(second.runId, 'warned')).toMatchObject([
      {
        code: 'token-not-renewed',
        message: `The API did not take the access token that was kept, and there is no other: ${from} refused to give an access token and says "invalid_client".`,
      },
    ]);
    expect(server.tokenRequests).toHaveLength(2);
    expect(server.apiRequests).toHaveLength(2);
  });

  it('goes along a redirect within the API, and no further', async () => {
    await using other = await HttpRecorder.start(() => answer(200));
    await using api = await HttpRecorder.start((request) =>
      answer(307, { Location: request.target === '/orders' ? '/moved' : `${other.origin}/away` }),
    );
    const { ended } = await call(await host(endpointWith({}, { baseUrl: api.origin })));
    expect(ended.status).toBe('success');
    const sent = ({ headers }: { readonly headers: readonly (readonly [string, string])[] }) =>
      headers.filter(([name]) => name === 'Authorization').length;
    expect([...api.requests.map(sent), ...other.requests.map(sent)]).toEqual([1, 1, 0]);
  });
});

describe('the preview of a call with client credentials', () => {
  it('hides the token and says whether it is there, and fetches nothing', async () => {
    const runs = await host();
    const [, ask] = flow.nodes;
    if (ask?.kind !== 'api-call') throw new Error('The story has another order.');
    const preview = async () => {
      const input = { flowId: flow.id, config: ask.config, environmentId: null, variables: {} };
      const shown = await runs.host.preview(input);
      return shown.ok ? shown.value.headers[1] : shown.failure;
    };
    const line = {
      name: 'Authorization',
      value: [
        { text: 'Bearer ', from: 'literal' },
        { text: '••••••••', from: 'secret', variable: 'ACCESS_TOKEN' },
      ],
      from: 'credential',
    };
    const { host: from } = new URL(server.origin);
    expect(await preview()).toEqual({ ...line, note: `An access token will be fetched from ${from} first.` });
    expect(server.tokenRequests).toEqual([]);
    await call(runs);
    expect(await preview()).toEqual({ ...line, note: `The access token from ${from} is there.` });
  });
});

describe('a call whose token cannot be had', () => {
  it('is an exception with the words of the server where it refuses', async () => {
    const runs = await host(endpointWith(), {}, 'wrong secret');
    const { ended, runId } = await call(runs);
    expect(ended).toMatchObject({
      status: 'exception',
      code: 'oauth-token-refused',
      phase: 'token',
      statusCode: null,
      sentence: `${new URL(server.origin).host} refused to give an access token and says "invalid_client".`,
      wayOn: 'Check client id, secret and scope of the endpoint.',
    });
    expect(runs.eventsOf(runId, 'attempt-ended')[0]).toMatchObject({ code: 'oauth-token-refused' });
    expect(server.apiRequests).toEqual([]);
  });

  it('does not repeat the secret that a server tells in its refusal', async () => {
    server.otherAnswers.push({
      status: 400,
      body: JSON.stringify({ error: 'invalid_client', error_description: `not ${client.secret}\n\u0007!` }),
    });
    const { ended } = await call(await host());
    expect(ended.sentence).toContain('"invalid_client: not •••••••• !"');
  });

  it.each([
    ['no JSON', { status: 200, body: '<html>' }, 'oauth-token-invalid'],
    ['no token', { status: 200, body: '{"token_type":"bearer"}' }, 'oauth-token-invalid'],
    ['an empty token', { status: 200, body: '{"access_token":""}' }, 'oauth-token-invalid'],
    [
      'a token that no header holds',
      { status: 200, body: '{"access_token":"a\\nb"}' },
      'oauth-token-invalid',
    ],
    [
      'a token of another kind',
      { status: 200, body: '{"access_token":"a","token_type":"mac"}' },
      'oauth-token-invalid',
    ],
    ['a refusal with 200', { status: 200, body: '{"error":"bad_code"}' }, 'oauth-token-refused'],
    ['a page that is not there', { status: 404, body: 'nothing here' }, 'oauth-token-refused'],
    ['a fault of its own', { status: 500, body: 'oops' }, 'oauth-token-unreachable'],
    ['a list', { status: 200, body: '[]' }, 'oauth-token-invalid'],
  ])('is told apart: %s', async (_what, other, code) => {
    server.otherAnswers.push(other);
    const { ended } = await call(await host());
    expect(ended).toMatchObject({ code, phase: 'token', statusCode: null });
    expect(server.apiRequests).toEqual([]);
  });

  it('does not follow the token server to another origin', async () => {
    await using other = await HttpRecorder.start(() => answer(200, {}, '{"access_token":"stolen"}'));
    server.otherAnswers.push({ status: 307, body: '', headers: { Location: `${other.origin}/token` } });
    const { ended } = await call(await host());
    expect(ended).toMatchObject({ status: 'failure', code: 'oauth-token-unreachable' });
    expect(other.requests).toEqual([]);
  });

  it('is a failure that may be repeated where nobody answers, also of a POST', async () => {
    server.otherAnswers.push({ status: 503, body: '' });
    const retry = { retries: 1, firstDelayMs: 0 };
    const { ended } = await call(await host(endpointWith({}, { retry })));
    expect(ended).toMatchObject({ status: 'success', attempts: 2 });
    expect(server.tokenRequests).toHaveLength(2);
  });

  it('says why nobody answered', async () => {
    const free = await AuthorizationServer.start();
    const { tokenUrl } = free;
    await free[Symbol.asyncDispose]();
    const { ended } = await call(await host(endpointWith({ tokenUrl })));
    expect(ended).toMatchObject({ status: 'failure', code: 'oauth-token-unreachable', phase: 'token' });
    expect(ended.sentence).toMatch(
      /^No access token could be fetched because 127\.0\.0\.1:\d+ did not answer \(.+\)\.$/,
    );
  });

  it('waits no longer than the clocks of the endpoint say', async () => {
    server.hold = new Promise(() => undefined);
    const slow = await call(await host(endpointWith({}, { timeouts: { responseMs: 50 } })));
    expect(slow.ended).toMatchObject({ status: 'failure', code: 'oauth-token-unreachable' });
    const total = await call(await host(endpointWith({}, { timeouts: { totalMs: 50 } })));
    expect(total.ended).toMatchObject({ status: 'failure', code: 'timeout-total', phase: 'token' });
  });

  it('closes its socket when it is cancelled, and leaves the others their token', async () => {
    let release = (): void => undefined;
    server.hold = new Promise((resolve) => (release = resolve));
    const runs = await host();
    const cancelled = start(runs);
    const other = start(runs);
    await server.until(() => server.tokenRequests.length > 0);
    await runs.event(other, 'attempt-started');
    await runs.host.cancel(cancelled);
    release();
    expect((await runs.event(other, 'call-ended')).status).toBe('success');
    expect(server.tokenRequests).toHaveLength(1);

    server.hold = new Promise(() => undefined);
    const alone = await host(endpointWith({ scope: 'other' }));
    const closedBefore = server.closedSockets;
    const last = start(alone);
    await server.until(() => server.tokenRequests.length > 1);
    await alone.host.cancel(last);
    await server.until(() => server.closedSockets > closedBefore);
    expect(server.apiRequests).toHaveLength(1);
  });

  it.each([
    [{ clientId: { template: '{{nobody}}' } }, 'The client id of Shop API is empty.'],
    [{ clientId: { template: '' } }, 'The client id of Shop API is empty.'],
    [{ clientSecret: { template: '' } }, 'The client secret of Shop API is empty.'],
  ])('is refused before anything is sent where something is empty', async (auth, sentence) => {
    const { ended } = await call(await host(endpointWith(auth)));
    expect(ended).toMatchObject({ status: 'exception', code: 'credential-empty', sentence, attempts: 0 });
    expect(server.tokenRequests).toEqual([]);
  });

  it.each([
    ['ftp://auth.example/token', 'url-scheme-unsupported'],
    ['auth.example/token', 'url-invalid'],
    ['http://{{@uuid}}.example/token', 'host-not-allowed'],
  ])('is refused where the token URL is %s', async (tokenUrl, code) => {
    const { ended } = await call(await host(endpointWith({ tokenUrl })));
    expect(ended).toMatchObject({ status: 'exception', code });
  });
});
