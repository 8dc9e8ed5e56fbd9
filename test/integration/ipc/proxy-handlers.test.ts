// The proxy of the settings with a user name and a password: calls and token requests go through it, and nobody sees it again.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { proxyOrigin } from '#shared/request/proxy-server.ts';
import { storyId } from '../../stories/story-id.ts';
import { answerJson, startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { newFolder, useHandlerDesk, type HandlerDesk } from '../../support/handler-desk.ts';
import { bytesFound } from '../../support/search-bytes.ts';
import { AuthorizationServer } from '../../support/servers/authorization-server.ts';
import { proxyUser, RunningProxy } from '../../support/servers/proxies.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const endpointId = storyId('ep', 'Shop API');
const slot = storyId('sl', 'client secret');

let squid: RunningProxy;
let server: StoryServer;
beforeEach(async () => {
  squid = await RunningProxy.squid();
  server = await startStoryServer({ routes: { tell: (_, response) => answerJson(response, 200, {}) } });
});
afterEach(async () => {
  await squid[Symbol.asyncDispose]();
  await server.close();
});

/** A name that only the proxy knows: who goes past it gets nowhere, and loopback would be reached directly. */
const behind = (url: string): string => url.replace('127.0.0.1', 'a.test').replace('localhost', 'a.test');

async function deskBehindProxy(endpoint: object = {}) {
  const keyStore = testKeyStore();
  const desk = newDesk(root.path, { keyStore, answers: { folders: [await newFolder(root.path, 'shop')] } });
  await desk.call('workspace.create', { folder: null, name: 'Shop' });
  const { opening } = await desk.call('workspace.read', null);
  const document = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpointId,
    name: 'Shop API',
    baseUrl: behind(server.url),
    proxy: { mode: 'system' },
    ...endpoint,
  });
  await desk.call('document.save', { opening, document, revision: null, overwrite: false });
  const url = `http://127.0.0.1:${String(squid.port)}`;
  const proxied = (address: string) =>
    desk.call('settings.change', {
      proxy: { mode: 'manual', url: address, userName: proxyUser.userName, noProxy: [] },
    });
  await proxied(url);
  return { desk, keyStore, proxied, url };
}

async function called(desk: HandlerDesk, path = '/tell') {
  desk.events.splice(0);
  const started = await desk.call('call.test-endpoint', {
    endpointId,
    environmentId: null,
    method: 'GET',
    path,
  });
  expect(started).toMatchObject({ ok: true });
  await desk.untilEvent('run-ended');
  return desk.events.find((event) => event.type === 'call-ended');
}

describe('the proxy of the settings', () => {
  it('gets the password from the vault, which no answer, event or file gives away', async () => {
    const { desk, proxied, url } = await deskBehindProxy();
    expect(await desk.call('proxy.state', null)).toMatchObject({ ok: true, value: { state: 'missing' } });
    expect(await called(desk)).toMatchObject({ status: 'failure' });
    expect(server.requests).toEqual([]);

    const { password: value } = proxyUser;
    const set = await desk.call('proxy.set-password', { origin: proxyOrigin(url), value });
    expect(set).toMatchObject({ ok: true, value: { state: 'set', enteredFor: null } });
    expect(await called(desk)).toMatchObject({ status: 'success', statusCode: 200 });
    expect(String(server.requests[0]?.headers['via'])).toContain('squid');
    expect(server.requests[0]?.headers).not.toHaveProperty('proxy-authorization');
    expect(JSON.stringify([set, desk.events, desk.settings.read()])).not.toContain(value);
    expect(desk.scrub(`sent ${value}`)).not.toContain(value);

    // Another address is another proxy until somebody says otherwise.
    const other = `http://localhost:${String(squid.port)}`;
    await proxied(other);
    expect(await desk.call('proxy.state', null)).toMatchObject({
      value: { state: 'other-origin', enteredFor: proxyOrigin(url) },
    });
    expect(await called(desk)).toMatchObject({ status: 'failure' });
    expect(await desk.call('proxy.confirm-password', { origin: proxyOrigin(url) })).toMatchObject({
      failure: { code: 'origin-changed' },
    });
    await desk.call('proxy.confirm-password', { origin: proxyOrigin(other) });
    expect(await called(desk)).toMatchObject({ status: 'success' });
    expect(await desk.call('proxy.forget-password', null)).toMatchObject({ value: { state: 'missing' } });
    expect(await called(desk)).toMatchObject({ status: 'failure' });
    await desk.workbench.close();
    expect(await bytesFound([root.path], value)).toEqual([]);
  });

  it('is the way of token requests too', async () => {
    const client = { id: 'shop', secret: 'p+ss %w/ord=42' };
    await using authorization = await AuthorizationServer.start(client);
    const { desk, url } = await deskBehindProxy({
      baseUrl: behind(authorization.apiOrigin),
      auth: {
        type: 'oauth2-client-credentials',
        tokenUrl: behind(authorization.tokenUrl),
        clientId: { template: client.id },
        clientSecret: { secret: slot },
        scope: 'orders.read',
      },
    });
    const secret = { documentId: endpointId, slot };
    const [state] = await statesOf(desk);
    expect(state).toMatchObject({ state: 'missing' });
    const origin = new URL(behind(authorization.tokenUrl)).origin;
    expect(await desk.call('secret.set', { ...secret, origin, value: client.secret })).toMatchObject({
      ok: true,
    });
    expect(await called(desk, '/orders')).toMatchObject({ status: 'failure' });
    await desk.call('proxy.set-password', { origin: proxyOrigin(url), value: proxyUser.password });
    expect(await called(desk, '/orders')).toMatchObject({ status: 'success' });
  });

  it('is told nothing where the settings have none of their own', async () => {
    const { desk } = await deskBehindProxy();
    await desk.call('settings.change', { proxy: { mode: 'none' } });
    const value = proxyUser.password;
    expect(await desk.call('proxy.set-password', { origin: 'http://a:1', value })).toMatchObject({
      failure: { code: 'document-missing' },
    });
  });
});

async function statesOf(desk: HandlerDesk) {
  const states = await desk.call('secret.states', { documentId: endpointId });
  return states.ok ? states.value : [];
}
