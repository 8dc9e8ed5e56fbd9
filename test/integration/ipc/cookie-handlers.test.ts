// The page sees which cookies there are and may remove them; their values stay in the main process and in the vault.
import { afterEach, describe, expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyId } from '../../stories/story-id.ts';
import { newFolder, useHandlerDesk, type HandlerDesk } from '../../support/handler-desk.ts';
import { bytesFound } from '../../support/search-bytes.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const canary = 'c4nary-cookie-value';
const local = storyId('en', 'local');
const environment = environmentSchema.parse({
  format: 'flowbench.environment',
  version: 1,
  id: local,
  name: 'local',
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server whose every answer sets a cookie that lasts and one that does not. */
async function shop() {
  const head = `HTTP/1.1 200 OK\r\nSet-Cookie: sid=${canary}; Max-Age=3600; HttpOnly\r\nSet-Cookie: session=1\r\n`;
  const server = await HttpRecorder.start(() => `${head}Content-Length: 0\r\n\r\n`);
  closing.push(() => server[Symbol.asyncDispose]());
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl: server.origin,
    cookies: true,
  });
  return { server, endpoint };
}

async function save(desk: HandlerDesk, document: WorkspaceDocument): Promise<void> {
  const { opening } = await desk.call('workspace.read', null);
  const saved = await desk.call('document.save', { opening, document, revision: null, overwrite: true });
  expect(saved).toMatchObject({ ok: true });
}

async function callShop(desk: HandlerDesk, environmentId: EnvironmentId | null): Promise<void> {
  desk.events.splice(0);
  const started = await desk.call('call.test-endpoint', {
    endpointId: storyId('ep', 'Shop API'),
    environmentId,
    method: 'GET',
    path: '/',
  });
  expect(started).toMatchObject({ ok: true });
  await desk.untilEvent('run-ended');
}

async function deskWithShop(keyStore = testKeyStore()) {
  const { endpoint, server } = await shop();
  const desk = newDesk(root.path, { keyStore, answers: { folders: [await newFolder(root.path, 'shop')] } });
  await desk.call('workspace.create', { folder: null, name: 'Shop' });
  await save(desk, endpoint);
  await save(desk, environment);
  return { desk, server, keyStore };
}

const namesIn = async (desk: HandlerDesk, environmentId: EnvironmentId | null) =>
  (await desk.call('cookies.list', { environmentId })).cookies.map(({ name }) => name);
const sid = { name: 'sid', domain: '127.0.0.1', path: '/' };

describe('cookies.*', () => {
  it('lists what calls brought, without a value, and the page hears of it', async () => {
    const { desk } = await deskWithShop();
    expect(await desk.call('cookies.list', { environmentId: local })).toEqual({
      cookies: [],
      keeping: { state: 'kept', message: '' },
    });
    await callShop(desk, local);
    expect(desk.cookieChanges).toContain(local);
    const listed = await desk.call('cookies.list', { environmentId: local });
    expect(listed.cookies).toEqual([
      {
        ...sid,
        name: 'session',
        hostOnly: true,
        expires: null,
        secure: false,
        httpOnly: false,
        sameSite: null,
      },
      {
        ...sid,
        hostOnly: true,
        expires: expect.stringMatching(/^20\d\d-.*Z$/) as string,
        secure: false,
        httpOnly: true,
        sameSite: null,
      },
    ]);
    expect(JSON.stringify(listed)).not.toContain('c4nary');
    expect(desk.scrub(`it was ${canary}`)).not.toContain('c4nary');
    expect(await namesIn(desk, null)).toEqual([]);
  });

  it('removes one, and clears one jar and no other', async () => {
    const { desk } = await deskWithShop();
    await callShop(desk, local);
    await callShop(desk, null);
    expect(await desk.call('cookies.remove', { environmentId: local, cookie: sid })).toMatchObject({
      ok: true,
      value: { cookies: [{ name: 'session' }] },
    });
    expect(await namesIn(desk, null)).toEqual(['session', 'sid']);
    expect(await desk.call('cookies.clear', { environmentId: null })).toMatchObject({
      ok: true,
      value: { cookies: [] },
    });
    expect(await namesIn(desk, local)).toEqual(['session']);
  });

  it('puts back what was removed or cleared, with its value, and writes over nothing that came since', async () => {
    const { desk, server } = await deskWithShop();
    await callShop(desk, local);
    await desk.call('cookies.remove', { environmentId: local, cookie: sid });
    const { cookies: left } = await desk.call('cookies.list', { environmentId: local });
    await desk.call('cookies.clear', { environmentId: local });
    const ids = left.map(({ domain, name, path }) => ({ domain, name, path }));
    const restored = await desk.call('cookies.restore', { environmentId: local, cookies: [sid, ...ids] });
    expect(restored).toMatchObject({ ok: true, value: { cookies: [{ name: 'session' }, { name: 'sid' }] } });
    expect(await namesIn(desk, null)).toEqual([]);
    await callShop(desk, local);
    expect(JSON.stringify(server.requests.at(-1)?.headers)).toContain(canary);
    // Nothing is left to be put back a second time.
    await desk.call('cookies.clear', { environmentId: null });
    await desk.call('cookies.restore', { environmentId: null, cookies: [sid] });
    expect(await namesIn(desk, null)).toEqual([]);
  });

  it('has what lasts after a restart, and nothing of it in clear on the disk', async () => {
    const { desk, keyStore, server } = await deskWithShop();
    await callShop(desk, local);
    await desk.workbench.close();
    expect(await bytesFound([root.path], canary)).toEqual([]);
    const next = newDesk(root.path, { keyStore });
    await next.workbench.open(root.file('shop'));
    expect(await namesIn(next, local)).toEqual(['sid']);
    await callShop(next, local);
    expect(server.requests.at(-1)?.headers).toContainEqual(['Cookie', `sid=${canary}`]);
  });

  it('has what does not last until the application ends, also where another workspace is opened in between', async () => {
    const { desk } = await deskWithShop();
    await callShop(desk, local);
    await desk.workbench.create(await newFolder(root.path, 'other'), 'Other');
    expect(await namesIn(desk, null)).toEqual([]);
    await desk.workbench.open(root.file('shop'));
    expect(await namesIn(desk, local)).toEqual(['session', 'sid']);
  });

  it('goes into the trash with its environment and comes back with it, also after a restart', async () => {
    const { desk, keyStore } = await deskWithShop();
    await callShop(desk, local);
    await desk.call('document.remove', { id: local });
    await desk.workbench.close();
    const next = newDesk(root.path, { keyStore });
    await next.workbench.open(root.file('shop'));
    expect(await namesIn(next, local)).toEqual([]);
    expect(await next.call('document.restore', { id: local })).toMatchObject({ ok: true });
    expect(await namesIn(next, local)).toEqual(['sid']);
  });

  it('is read again when the key store is unlocked, and a run says that it went without', async () => {
    const { desk, keyStore, server } = await deskWithShop();
    await callShop(desk, local);
    await desk.workbench.close();
    keyStore.isLocked = true;
    const next = newDesk(root.path, { keyStore });
    await next.workbench.open(root.file('shop'));
    await callShop(next, local);
    expect(next.events.find(({ type }) => type === 'warned')).toMatchObject({ code: 'cookies-unread' });
    expect(server.requests.at(-1)?.headers.map(([name]) => name)).not.toContain('Cookie');
    expect((await next.call('cookies.list', { environmentId: local })).keeping.state).toBe('unread');
    keyStore.isLocked = false;
    expect((await next.call('cookies.list', { environmentId: local })).keeping.state).toBe('kept');
  });
});
