// Signing in with a real HTTP client as the browser, against a server that checks everything, over a real vault.
import { once } from 'node:events';
import http from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyId } from '../../stories/story-id.ts';
import { newFolder, useHandlerDesk, type HandlerDesk } from '../../support/handler-desk.ts';
import { bytesFound } from '../../support/search-bytes.ts';
import { encodings } from '../../support/secret-encodings.ts';
import { AuthorizationServer } from '../../support/servers/authorization-server.ts';
import { Waiting } from '../../support/servers/waiting.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const keyStore = testKeyStore();
const endpointId = storyId('ep', 'Shop API');
const slot = storyId('sl', 'client secret');
const place = { endpointId, environmentId: null };
const staging = environmentSchema.parse({
  format: 'flowbench.environment',
  version: 1,
  id: storyId('en', 'staging'),
  name: 'staging',
  values: [{ name: 'scope', value: 'orders.read' }],
});

let server: AuthorizationServer;
/** What the system was asked to open. */
let opened: string[];
let openings: Waiting;
/** Ends when the person has done what they do. */
let visit: Promise<unknown>;
/** The person at the browser: does as the pages say, and tells what the last one was. */
let person: (url: string) => Promise<unknown>;
let lastPage: { readonly status: number; readonly text: string; readonly headers: Headers } | null;

const obliging = async (url: string): Promise<void> => {
  const page = await fetch(url);
  lastPage = { status: page.status, text: await page.text(), headers: page.headers };
};

beforeEach(async () => {
  server = await AuthorizationServer.start({ id: 'shop', secret: 'c11ent-s3cret-4711' });
  opened = [];
  openings = new Waiting();
  visit = Promise.resolve();
  lastPage = null;
  person = obliging;
});
afterEach(() => server[Symbol.asyncDispose]());

const shopApi = (auth: object = {}, rest: object = {}): Endpoint =>
  endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpointId,
    name: 'Shop API',
    baseUrl: server.apiOrigin,
    auth: {
      type: 'oauth2-authorization-code',
      authorizeUrl: server.authorizeUrl,
      tokenUrl: server.tokenUrl,
      clientId: { template: 'shop' },
      clientSecret: { secret: slot },
      scope: '{{@env.scope}}',
      ...auth,
    },
    ...rest,
  });

function open(): HandlerDesk {
  return newDesk(root.path, {
    keyStore,
    answers: { folders: [`${root.path}/shop`] },
    openBrowser: (url) => {
      opened.push(url);
      visit = person(url);
      openings.check();
      return Promise.resolve();
    },
  });
}

async function save(desk: HandlerDesk, document: WorkspaceDocument): Promise<void> {
  const { opening } = await desk.call('workspace.read', null);
  const saved = await desk.call('document.save', { opening, document, revision: null, overwrite: true });
  expect(saved).toMatchObject({ ok: true });
}

async function deskWith(endpoint = shopApi()): Promise<HandlerDesk> {
  await newFolder(root.path, 'shop');
  const desk = open();
  await desk.call('workspace.create', { folder: null, name: 'Shop' });
  await save(desk, endpoint);
  await save(desk, staging);
  if (endpoint.auth.type === 'oauth2-authorization-code' && 'secret' in endpoint.auth.clientSecret) {
    const input = { documentId: endpointId, slot, origin: server.origin, value: server.client.secret };
    expect(await desk.call('secret.set', input)).toMatchObject({ ok: true });
  }
  return desk;
}

const signedIn = { state: 'signed-in', expiresAt: expect.any(String) as string, renews: true };

async function call(desk: HandlerDesk, environmentId: typeof staging.id | null = null) {
  const before = desk.events.length;
  await desk.call('call.test-endpoint', { endpointId, environmentId, method: 'GET', path: '/orders' });
  const ended = () => desk.events.slice(before).find((event) => event.type === 'call-ended');
  while (ended() === undefined) await desk.nextEvents();
  return ended();
}

describe('signing in', () => {
  it('takes a person to the server and back, and calls carry the token from then on', async () => {
    const desk = await deskWith();
    expect(await desk.call('oauth.state', place)).toEqual({
      state: 'signed-out',
      expiresAt: null,
      renews: false,
    });
    expect(await desk.call('oauth.sign-in', place)).toEqual({ ok: true, value: signedIn });
    await visit;
    expect(lastPage?.status).toBe(200);
    expect(lastPage?.text).toContain('You can close this page and go back to Flowbench.');
    expect(lastPage?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await desk.call('oauth.state', place)).toEqual(signedIn);

    const [token = ''] = server.tokens;
    expect(await call(desk)).toMatchObject({ status: 'success' });
    expect(server.apiRequests).toEqual([{ path: '/orders', authorization: `Bearer ${token}` }]);
    expect(server.tokenRequests[0]?.parameters['client_secret']).toBe(undefined);
    expect(server.tokenRequests[0]?.authorization).toMatch(/^Basic /);
  });

  it('outlasts a restart, and leaves neither token nor secret anywhere in clear', async () => {
    const first = await deskWith();
    await first.call('oauth.sign-in', place);
    await call(first);
    await first.workbench.close();
    const second = open();
    await second.call('workspace.open', { folder: `${root.path}/shop` });
    expect(await second.call('oauth.state', place)).toEqual(signedIn);
    expect(await call(second)).toMatchObject({ status: 'success' });
    expect(opened).toHaveLength(1);
    expect(server.tokenRequests).toHaveLength(1);
    // What it writes of the call comes to its end first.
    await second.workbench.close();
    const { code = '' } = server.tokenRequests[0]?.parameters ?? {};
    const secrets = [...server.tokens, ...server.refreshTokens, server.client.secret, code];
    expect(secrets).toHaveLength(4);
    const told = JSON.stringify([...first.events, ...second.events, first.happened]);
    for (const secret of secrets)
      for (const [name, encode] of Object.entries(encodings)) {
        expect(told, name).not.toContain(encode(secret));
        expect(await bytesFound([root.path], encode(secret)), name).toEqual([]);
      }
    expect(second.scrub(`a ${secrets[0] ?? ''} b`)).toBe('a •••••••• b');
  });

  it('asks for what the active environment says, and is kept for each', async () => {
    const desk = await deskWith();
    const inStaging = { endpointId, environmentId: staging.id };
    expect(await desk.call('oauth.sign-in', inStaging)).toMatchObject({ ok: true });
    expect(new URL(opened[0] ?? '').searchParams.get('scope')).toBe('orders.read');
    expect(await desk.call('oauth.state', inStaging)).toEqual(signedIn);
    expect(await desk.call('oauth.state', place)).toMatchObject({ state: 'signed-out' });
    expect(await call(desk, staging.id)).toMatchObject({ status: 'success' });
    expect(await call(desk)).toMatchObject({ status: 'exception', code: 'oauth-consent-needed' });
  });

  it('works for a client without a secret', async () => {
    await using open = await AuthorizationServer.start({ id: 'shop', secret: '' });
    const urls = { authorizeUrl: `${open.authorizeUrl}?prompt=login`, tokenUrl: open.tokenUrl };
    const desk = await deskWith(shopApi({ ...urls, clientSecret: { template: '' } }));
    expect(await desk.call('oauth.sign-in', place)).toEqual({ ok: true, value: signedIn });
    expect(opened[0]).toContain('/authorize?prompt=login&response_type=code&');
    expect(open.tokenRequests[0]).toMatchObject({
      authorization: undefined,
      parameters: { client_id: 'shop' },
    });
  });

  it('renews a token that is over, with a refresh token that is good once', async () => {
    server.lifetimeSeconds = 0;
    const desk = await deskWith();
    await desk.call('oauth.sign-in', place);
    expect(await desk.call('oauth.state', place)).toMatchObject({ state: 'signed-in', renews: true });
    expect(await call(desk)).toMatchObject({ status: 'success' });
    expect(await call(desk)).toMatchObject({ status: 'success' });
    expect(server.tokenRequests.map(({ parameters }) => parameters['grant_type'])).toEqual([
      'authorization_code',
      'refresh_token',
      'refresh_token',
    ]);
    expect(server.refreshTokens.size).toBe(1);
    expect(opened).toHaveLength(1);
  });

  it('is over once the server no longer knows of it, and the next call says so', async () => {
    server.lifetimeSeconds = 0;
    const desk = await deskWith();
    await desk.call('oauth.sign-in', place);
    server.refreshTokens.clear();
    expect(await call(desk)).toMatchObject({
      status: 'exception',
      code: 'oauth-consent-needed',
      phase: 'token',
      sentence: 'The endpoint Shop API needs you to sign in again.',
      wayOn: 'Sign in from the form of the endpoint.',
    });
    expect(await desk.call('oauth.state', place)).toMatchObject({ state: 'signed-out' });
    expect(opened).toHaveLength(1);
    expect(server.apiRequests).toEqual([]);
  });

  it('renews a token that the API does not take any more', async () => {
    const desk = await deskWith();
    await desk.call('oauth.sign-in', place);
    server.revoke();
    expect(await call(desk)).toMatchObject({ status: 'success', attempts: 1 });
    expect(server.apiRequests).toHaveLength(2);
  });

  it('stays where the server gives no refresh token, until the API or the clock ends it', async () => {
    server.givesRefreshTokens = false;
    const desk = await deskWith();
    expect(await desk.call('oauth.sign-in', place)).toMatchObject({ value: { renews: false } });
    server.revoke();
    expect(await call(desk)).toMatchObject({ status: 'error', statusCode: 401 });
    expect(await desk.call('oauth.state', place)).toMatchObject({ state: 'signed-in' });
  });

  it('is not needed by a call that nobody asked for: no browser opens', async () => {
    const desk = await deskWith();
    expect(await call(desk)).toMatchObject({ status: 'exception', code: 'oauth-consent-needed' });
    expect(opened).toEqual([]);
  });

  it('ends with the person: signed out, another address, removed', async () => {
    const desk = await deskWith();
    await desk.call('oauth.sign-in', place);
    expect(await desk.call('oauth.sign-out', place)).toMatchObject({ state: 'signed-out' });
    expect(await call(desk)).toMatchObject({ code: 'oauth-consent-needed' });

    await desk.call('oauth.sign-in', place);
    await save(desk, shopApi({}, { baseUrl: server.origin }));
    expect(await desk.call('oauth.state', place)).toMatchObject({ state: 'signed-out' });
    expect(await call(desk)).toMatchObject({ code: 'oauth-consent-needed' });
  });
});

describe('a sign-in that comes to nothing', () => {
  it('says what the server says where it is refused', async () => {
    server.denies = 'access_denied';
    const desk = await deskWith();
    expect(await desk.call('oauth.sign-in', place)).toEqual({
      ok: false,
      failure: {
        code: 'denied',
        message: `${new URL(server.origin).host} did not sign you in and says "access_denied".`,
      },
    });
    await visit;
    expect(lastPage?.text).toContain('You are not signed in');
    expect(server.tokenRequests).toEqual([]);
  });

  it('says why there is no token, without what the server repeats of the secret', async () => {
    const desk = await deskWith();
    const body = JSON.stringify({ error: 'nope', error_description: `secret ${server.client.secret}` });
    server.otherAnswers.push({ status: 400, body });
    expect(await desk.call('oauth.sign-in', place)).toEqual({
      ok: false,
      failure: {
        code: 'no-token',
        message: `${new URL(server.origin).host} refused to give an access token and says "nope: secret ••••••••".`,
      },
    });
    expect(await desk.call('oauth.state', place)).toMatchObject({ state: 'signed-out' });
  });

  it('can be cancelled while the person is away, and the port is closed', async () => {
    person = () => Promise.resolve();
    const desk = await deskWith();
    const signingIn = desk.call('oauth.sign-in', place);
    await openings.until(() => opened.length === 1);
    expect(await desk.call('oauth.state', place)).toMatchObject({ state: 'signing-in' });
    await desk.call('oauth.cancel-sign-in', place);
    expect(await signingIn).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(await desk.call('oauth.state', place)).toMatchObject({ state: 'signed-out' });
    await expect(fetch(redirectUri())).rejects.toThrow();
  });

  it('gives way to one that is begun after it', async () => {
    person = () => Promise.resolve();
    const desk = await deskWith();
    const first = desk.call('oauth.sign-in', place);
    await openings.until(() => opened.length === 1);
    person = obliging;
    expect(await desk.call('oauth.sign-in', place)).toMatchObject({ ok: true });
    expect(await first).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });

  it('listens to nobody who does not know its state, its name and its path', async () => {
    person = () => Promise.resolve();
    const desk = await deskWith();
    const signingIn = desk.call('oauth.sign-in', place);
    await openings.until(() => opened.length === 1);
    const uri = redirectUri();
    const state = new URL(opened[0] ?? '').searchParams.get('state') ?? '';
    expect(await statusOf(`${uri}?code=mine`)).toBe(400);
    expect(await statusOf(`${uri}?code=mine&state=guess`)).toBe(400);
    expect(await statusOf(`${uri}?state=${state}`)).toBe(400);
    expect(await statusOf(`${uri}/other?code=mine&state=${state}`)).toBe(400);
    expect(await statusOf(`${uri}?code=mine&state=${state}`, { method: 'POST' })).toBe(400);
    expect(await statusOf(`${uri}?code=mine&state=${state}`, { host: 'evil.example' })).toBe(400);
    await obliging(opened[0] ?? '');
    expect(await signingIn).toMatchObject({ ok: true });
    await expect(fetch(uri)).rejects.toThrow();
  });

  it('says so where there is no browser, and where the form is not right', async () => {
    await newFolder(root.path, 'shop');
    const desk = newDesk(root.path, { keyStore, answers: { folders: [`${root.path}/shop`] } });
    await desk.call('workspace.create', { folder: null, name: 'Shop' });
    await save(desk, shopApi({ clientSecret: { template: '' } }));
    expect(await desk.call('oauth.sign-in', place)).toMatchObject({
      failure: { code: 'browser-not-opened' },
    });
    for (const [auth, message] of [
      [{ clientId: { template: '' } }, 'The client id of Shop API is empty.'],
      [{ authorizeUrl: 'file:///etc/passwd' }, 'Addresses that begin with file: cannot be called.'],
      [{ clientSecret: { secret: slot } }, 'The secret client secret has no value in Shop API.'],
    ] as const) {
      await save(desk, shopApi({ clientSecret: { template: '' }, ...auth }));
      expect(await desk.call('oauth.sign-in', place)).toEqual({
        ok: false,
        failure: { code: 'not-prepared', message },
      });
    }
    await save(desk, shopApi({}, { auth: { type: 'none' } }));
    expect(await desk.call('oauth.sign-in', place)).toMatchObject({ failure: { code: 'endpoint-missing' } });
  });
});

function redirectUri(): string {
  return new URL(opened[0] ?? '').searchParams.get('redirect_uri') ?? '';
}

/** With headers that `fetch` would not send. */
async function statusOf(url: string, { host, method = 'GET' }: { host?: string; method?: string } = {}) {
  const request = http.request(url, { method, ...(host === undefined ? {} : { headers: { host } }) });
  request.end();
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  response.resume();
  return response.statusCode;
}
