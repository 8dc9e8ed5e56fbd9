// The page's session never reaches the network, tried by every way there is to it and counted at the server's socket.
import dgram from 'node:dgram';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { launchApp, removeFolders, type LaunchedApp } from '../support/launch-app.ts';

let launched: LaunchedApp;
let connections = 0;
let datagrams = 0;
const tcp = net.createServer((socket) => {
  connections += 1;
  socket.on('error', () => undefined).end();
});
const udp = dgram.createSocket('udp4', () => (datagrams += 1));
let http = '';
let stun = '';

test.beforeAll(async () => {
  tcp.listen(0, '127.0.0.1');
  udp.bind(0, '127.0.0.1');
  await Promise.all([once(tcp, 'listening'), once(udp, 'listening')]);
  http = `http://127.0.0.1:${(tcp.address() as AddressInfo).port}/`;
  stun = `127.0.0.1:${udp.address().port}`;
  launched = await launchApp();
});
test.afterAll(async () => {
  await launched.close();
  tcp.close();
  udp.close();
  await removeFolders(launched.userData, launched.workspace);
});
test.beforeEach(() => {
  connections = 0;
  datagrams = 0;
});

/**
 * Counts one connection and one datagram of the test's own, and nothing before them: both arrive behind whatever the page
 * has sent until now.
 */
async function expectOnlyOurOwn(): Promise<void> {
  const arrived = once(udp, 'message');
  const sender = dgram.createSocket('udp4').unref();
  sender.send('sentinel', udp.address().port, '127.0.0.1');
  const socket = net.connect(Number(new URL(http).port), '127.0.0.1').resume();
  await Promise.all([once(socket, 'close'), arrived]);
  sender.close();
  expect([connections, datagrams]).toEqual([1, 1]);
}

test('what leaves is counted', async () => {
  await expectOnlyOurOwn();
  const socket = net.connect(Number(new URL(http).port), '127.0.0.1').resume();
  await once(socket, 'close');
  expect(connections).toBe(2);
});

test('no request of the page leaves, by any interface', async () => {
  const outcomes = await launched.page.evaluate(async (url) => {
    const settled = (attempt: () => Promise<unknown>) =>
      attempt().then(
        () => 'reached',
        () => 'refused',
      );
    const loaded = (element: HTMLElement, attribute: string) =>
      new Promise((resolve, reject) => {
        element.addEventListener('load', resolve);
        element.addEventListener('error', reject);
        element.setAttribute(attribute, url);
        document.head.append(element);
      });
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
    const socket = new Promise((resolve, reject) => {
      // A constructor that throws rejects as well.
      const made = new WebSocket(url.replace('http', 'ws'));
      made.onopen = resolve;
      made.onerror = reject;
    });
    const events = new Promise((resolve, reject) => {
      const source = new EventSource(url);
      source.onopen = resolve;
      source.onerror = () => {
        source.close();
        reject(new Error('refused'));
      };
    });
    navigator.sendBeacon(url, 'x');
    return Promise.all([
      settled(() => fetch(url)),
      settled(() => fetch(url, { mode: 'no-cors' })),
      settled(() => loaded(new Image(), 'src')),
      settled(() => loaded(document.createElement('script'), 'src')),
      settled(() => loaded(link, 'href')),
      settled(() => socket),
      settled(() => events),
      settled(() => new FontFace('far', `url(${url})`).load()),
    ]);
  }, http);
  expect(new Set(outcomes)).toEqual(new Set(['refused']));
  await expectOnlyOurOwn();
});

test('no hint and no form opens a connection', async () => {
  await launched.page.evaluate(async (url) => {
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'prerender']) {
      document.head.append(Object.assign(document.createElement('link'), { rel, href: url, as: 'script' }));
    }
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
    document.body.append(form);
    form.submit();
    form.remove();
    const anchor = Object.assign(document.createElement('a'), {
      href: 'app://flowbench/index.html',
      ping: url,
    });
    anchor.addEventListener('click', (event) => event.preventDefault());
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    // A request that cannot leave sets the end: by then every earlier one has been decided.
    await fetch(url).catch(() => undefined);
  }, http);
  await expectOnlyOurOwn();
});

test('no peer connection sends a packet', async () => {
  const candidates = await launched.page.evaluate(
    async ({ server, url }) => {
      const turn = url.replace(/^http:\/\/(.*)\/$/, 'turn:$1?transport=tcp');
      const peer = new RTCPeerConnection({
        iceServers: [{ urls: `stun:${server}` }, { urls: turn, username: 'a', credential: 'b' }],
      });
      const found: string[] = [];
      peer.createDataChannel('x');
      const done = new Promise<void>((resolve) => {
        peer.onicecandidate = ({ candidate }) => {
          if (candidate === null) resolve();
          else found.push(candidate.candidate);
        };
      });
      await peer.setLocalDescription(await peer.createOffer());
      await done;
      peer.close();
      return found;
    },
    { server: stun, url: http },
  );
  expect(candidates).toEqual([]);
  await expectOnlyOurOwn();
});

test('even code of the main process gets nothing through the page’s session', async () => {
  const outcomes = await launched.app.evaluate(async ({ session, net: engine }, url) => {
    const outcome = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'reached',
        (error: unknown) => (error as Error).message,
      );
    return Promise.all([
      outcome(session.defaultSession.fetch(url)),
      outcome(engine.fetch(url)),
      outcome(session.fromPartition('another').fetch(url)),
    ]);
  }, http);
  for (const outcome of outcomes) expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  await expectOnlyOurOwn();
});

test('the engine is started with nothing to resolve and nothing to report', async () => {
  const switches = await launched.app.evaluate(({ app }) =>
    [
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'no-pings',
    ].map((name) => app.commandLine.hasSwitch(name)),
  );
  expect(switches).toEqual([true, true, true, true]);
  expect(
    await launched.app.evaluate(({ app }) => app.commandLine.getSwitchValue('host-resolver-rules')),
  ).toBe('MAP * ~NOTFOUND');
});

test('a certificate, a password or a client certificate that is asked for is refused', async () => {
  const answers = await launched.app.evaluate(({ app, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const asked: Record<string, unknown[]> = {};
    const event = { defaultPrevented: false, preventDefault: () => undefined };
    const answer =
      (name: string) =>
      (...given: unknown[]) =>
        (asked[name] = given);
    const emit = app.emit.bind(app) as (name: string, ...args: unknown[]) => boolean;
    emit('certificate-error', event, contents, 'https://x/', 'net::ERR_CERT', {}, answer('certificate'));
    emit('login', event, contents, {}, {}, answer('login'));
    emit('select-client-certificate', event, contents, 'https://x/', [], answer('client'));
    return asked;
  });
  expect(answers).toEqual({ certificate: [false], login: [], client: [] });
});
