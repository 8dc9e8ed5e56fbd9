// Settings are no mere memory: the next call goes by them, over real sockets.
import { afterEach, describe, expect, it } from 'vitest';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import type { RunEventOf } from '#shared/run-events/run-event.ts';
import { settingsSchema } from '#shared/settings/settings.ts';
import { storyId } from '../../stories/story-id.ts';
import { newFolder, useHandlerDesk, type HandlerDesk } from '../../support/handler-desk.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const { defaults } = settingsSchema.parse({});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function server(answer: string | null): Promise<HttpRecorder> {
  const silence = new Promise<string>(() => undefined);
  const recorder = await HttpRecorder.start(() => answer ?? silence);
  closing.push(() => recorder[Symbol.asyncDispose]());
  return recorder;
}

async function deskWith(endpoint: Endpoint): Promise<HandlerDesk> {
  const desk = newDesk(root.path);
  await desk.workbench.create(await newFolder(root.path, 'shop'), 'Shop');
  const { opening } = await desk.call('workspace.read', null);
  await desk.call('document.save', { opening, document: endpoint, revision: null, overwrite: false });
  return desk;
}

/** Sends a request and gives what it was sent with and how it ended. */
async function sent(desk: HandlerDesk, endpointId: Endpoint['id']) {
  desk.events.length = 0;
  const started = await desk.call('call.test-endpoint', {
    endpointId,
    environmentId: null,
    method: 'GET',
    path: '/orders',
  });
  if (!started.ok) throw new Error(started.failure.message);
  await expect.poll(() => desk.events.some(({ type }) => type === 'run-ended')).toBe(true);
  const found = <Type extends 'call-prepared' | 'call-ended'>(type: Type) =>
    desk.events.find((event): event is RunEventOf<Type> => event.type === type);
  return { settings: found('call-prepared')?.settings, ended: found('call-ended') };
}

const id = storyId('ep', 'Shop API');
const unavailable = 'HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n';
const fine = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';

describe('settings', () => {
  it('give the next call its timeouts, where the endpoint leaves them to the settings', async () => {
    const silent = await server(null);
    const desk = await deskWith(newEndpoint(id, 'Shop API', silent.origin));
    await desk.call('settings.change', {
      defaults: { ...defaults, timeouts: { ...defaults.timeouts, responseMs: 40 } },
    });
    const { ended, settings } = await sent(desk, id);
    expect(settings?.timeouts.responseMs).toBe(40);
    expect(ended).toMatchObject({ status: 'failure', code: 'timeout-response' });
  });

  it('give the next call its retries, and none to an endpoint that has its own', async () => {
    const busy = await server(unavailable);
    const desk = await deskWith(newEndpoint(id, 'Shop API', busy.origin));
    await sent(desk, id);
    expect(busy.requests).toHaveLength(1);
    await desk.call('settings.change', {
      defaults: { ...defaults, retry: { ...defaults.retry, retries: 2, firstDelayMs: 0 } },
    });
    await sent(desk, id);
    expect(busy.requests).toHaveLength(1 + 3);

    const own = endpointSchema.parse({
      ...newEndpoint(storyId('ep', 'Own API'), 'Own API', busy.origin),
      inherits: undefined,
    });
    const { opening } = await desk.call('workspace.read', null);
    await desk.call('document.save', { opening, document: own, revision: null, overwrite: false });
    expect((await sent(desk, own.id)).settings).toMatchObject({ retry: { retries: 0 } });
    expect(busy.requests).toHaveLength(1 + 3 + 1);
  });

  it('lead the next call of an endpoint with the proxy “System” through a proxy, past it and back', async () => {
    const proxy = await server(fine);
    const shop = await server(fine);
    const desk = await deskWith(newEndpoint(id, 'Shop API', shop.origin));
    await desk.call('settings.change', {
      proxy: { mode: 'manual', url: proxy.origin, noProxy: ['<-loopback>'] },
    });
    expect((await sent(desk, id)).ended).toMatchObject({ statusCode: 200 });
    expect(proxy.requests.map(({ target }) => target)).toEqual([`${shop.origin}/orders`]);
    expect(shop.requests).toHaveLength(0);
    await desk.call('settings.change', { proxy: { mode: 'none' } });
    await sent(desk, id);
    expect(proxy.requests).toHaveLength(1);
    expect(shop.requests).toHaveLength(1);
  });

  it('change one at a time, stay over a start, and refuse what cannot be used', async () => {
    const desk = await deskWith(newEndpoint(id, 'Shop API'));
    await desk.call('settings.change', { theme: 'dark' });
    const keys = { 'run.start': ['F4'] };
    expect(await desk.call('settings.change', { keys })).toMatchObject({ theme: 'dark', keys });
    expect(newDesk(root.path).settings.read()).toMatchObject({ theme: 'dark', keys });
    const wrong = { mode: 'manual' as const, url: 'example', noProxy: [] };
    await expect(desk.call('settings.change', { proxy: wrong })).rejects.toThrow();
    expect(desk.settings.read().proxy).toEqual({ mode: 'system' });
  });
});
