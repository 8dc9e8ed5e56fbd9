// Calls go through proxies that nobody here wrote, and the sockets of all sides are asked what they got.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallResult } from '#electron/executor/call-result.ts';
import type { PreparedProxy } from '#shared/request/prepared-proxy.ts';
import { readProxyServer } from '#shared/request/proxy-server.ts';
import { bytesBody, ExecutorFixture, loopbackLookup } from '../../support/executor-fixture.ts';
import { makeCertificates } from '../../support/servers/certificates.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';
import { proxyUser, RunningProxy } from '../../support/servers/proxies.ts';
import { tapBefore } from '../../support/servers/tap.ts';

const certificates = makeCertificates();
const trusted = { certificateAuthorities: [certificates.authority.cert] };
const basic = Buffer.from(`${proxyUser.userName}:${proxyUser.password}`).toString('base64');

/** A manual proxy that is used for this machine too, where the tests' servers are. */
function through(
  url: string,
  credentials: { userName: string; password: string } | null = proxyUser,
  noProxy: readonly string[] = ['<-loopback>'],
): PreparedProxy {
  return { mode: 'manual', route: { server: readProxyServer(url)!, credentials }, noProxy };
}

function phasesOf({ attempts }: CallResult): readonly string[] {
  return attempts[0]!.exchanges[0]!.timings.map(({ phase }) => phase);
}

let squid: RunningProxy;
let tinyproxy: RunningProxy;
let microsocks: RunningProxy;

beforeAll(async () => {
  [squid, tinyproxy, microsocks] = await Promise.all([
    RunningProxy.squid(),
    RunningProxy.tinyproxy(),
    RunningProxy.microsocks(),
  ]);
}, 60_000);

afterAll(async () => {
  for (const proxy of [squid, tinyproxy, microsocks]) await proxy[Symbol.asyncDispose]();
});

/** The proxies by name, each before it is started. */
const proxies = [
  { name: 'squid', kind: 'http', scheme: 'http', proxy: () => squid },
  { name: 'tinyproxy', kind: 'http', scheme: 'http', proxy: () => tinyproxy },
  { name: 'microsocks', kind: 'socks', scheme: 'socks5', proxy: () => microsocks },
  { name: 'microsocks', kind: 'socks', scheme: 'socks5h', proxy: () => microsocks },
] as const;

describe.each(proxies)('Through $name by $scheme', ({ kind, proxy, scheme }) => {
  it('a plain request arrives, and only the proxy gets its credentials', async () => {
    await using tap = await tapBefore(proxy().port);
    await using server = await HttpRecorder.start(() => answer(200, {}, 'hello'));
    await using fixture = await ExecutorFixture.create();
    const url = `http://127.0.0.1:${server.port}/orders?id=1`;
    const { head, variable, attempts } = await fixture.execute({
      method: 'POST',
      url,
      body: bytesBody('{"a":1}'),
      proxy: through(`${scheme}://127.0.0.1:${tap.port}`),
    });
    expect(head?.statusCode).toBe(200);
    expect(variable.status).toBe('success');
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', target: '/orders?id=1', body: '{"a":1}' });
    expect(JSON.stringify(server.requests)).not.toMatch(/proxy-authorization/i);
    expect(server.server.connections.map(({ received }) => received).join('')).not.toContain(basic);
    const [toProxy] = tap.connections;
    if (kind === 'http') {
      expect(toProxy?.received).toContain(`POST ${url} HTTP/1.1\r\n`);
      expect(toProxy?.received.split(basic)).toHaveLength(2);
    } else {
      expect(toProxy?.received.split(proxyUser.password)).toHaveLength(2);
      expect(attempts[0]?.exchanges[0]?.bytesSent).toBe(
        toProxy!.received.slice(toProxy!.received.indexOf('POST ')).length,
      );
    }
    expect(attempts[0]?.exchanges[0]?.timings.map(({ phase }) => phase)).toEqual([
      'connect',
      'send',
      'wait',
      'download',
    ]);
  });

  it('an encrypted request goes through a tunnel, in which nothing speaks of the proxy', async () => {
    await using tap = await tapBefore(proxy().port);
    await using server = await HttpRecorder.start(() => answer(200, {}, 'hello'), certificates.server);
    await using fixture = await ExecutorFixture.create(trusted);
    const call = {
      url: `https://127.0.0.1:${server.port}/`,
      proxy: through(`${scheme}://127.0.0.1:${tap.port}`),
    };
    const first = await fixture.execute(call);
    const second = await fixture.execute(call);
    expect([first.head?.statusCode, second.head?.statusCode]).toEqual([200, 200]);
    expect(phasesOf(first)).toEqual(['connect', 'tls', 'send', 'wait', 'download']);
    expect(phasesOf(second)).toEqual(['send', 'wait', 'download']);
    expect(tap.connections).toHaveLength(1);
    expect(JSON.stringify(server.requests)).not.toMatch(/proxy/i);
    const received = tap.connections[0]!.received;
    if (kind === 'http') {
      expect(received).toMatch(
        new RegExp(
          `^CONNECT 127\\.0\\.0\\.1:${server.port} HTTP/1\\.1\r\nHost: 127\\.0\\.0\\.1:${server.port}\r\n`,
        ),
      );
      expect(received.split(basic)).toHaveLength(2);
    }
    expect(first.attempts[0]?.exchanges[0]?.connection).toMatchObject({
      tlsVersion: 'TLSv1.3',
      reused: false,
    });
    expect(first.attempts[0]?.exchanges[0]?.connection?.certificate).not.toBeNull();
  });

  it('refuses wrong credentials and none at all, and nothing is repeated', async () => {
    await using tap = await tapBefore(proxy().port);
    await using server = await HttpRecorder.start(() => answer(200), certificates.server);
    await using fixture = await ExecutorFixture.create(trusted);
    for (const credentials of [{ userName: 'flow', password: 'wrong' }, null])
      for (const target of ['http', 'https']) {
        const { variable } = await fixture.execute(
          {
            url: `${target}://127.0.0.1:${server.port}/`,
            proxy: through(`${scheme}://127.0.0.1:${tap.port}`, credentials),
          },
          { retry: { retries: 3, firstDelayMs: 1 } },
        );
        expect(variable.error_detail).toEqual({
          code: 'proxy-authentication-required',
          phase: 'proxy',
          attempts: 1,
        });
        expect(variable.error).toBe(
          `The proxy 127.0.0.1:${tap.port} did not accept the user name and password.`,
        );
      }
    expect(tap.connections).toHaveLength(4);
    expect(server.requests).toEqual([]);
  });
});

describe('A proxy', () => {
  it('that looks names up itself is asked for the name', async () => {
    await using tap = await tapBefore(squid.port);
    await using server = await HttpRecorder.start(() => answer(200), certificates.server);
    await using fixture = await ExecutorFixture.create(trusted);
    const { head } = await fixture.execute({
      url: `https://a.test:${server.port}/`,
      proxy: through(`http://127.0.0.1:${tap.port}`),
    });
    expect(head?.statusCode).toBe(200);
    expect(tap.connections[0]?.received).toContain(`CONNECT a.test:${server.port} HTTP/1.1`);
  });

  it('of the kind socks5 is given the address that this machine knows, and socks5h the name', async () => {
    await using server = await HttpRecorder.start(() => answer(200));
    await using tap = await tapBefore(microsocks.port);
    await using fixture = await ExecutorFixture.create({ lookup: loopbackLookup });
    const url = `http://a.test:${server.port}/`;
    const own = await fixture.execute({ url, proxy: through(`socks5://127.0.0.1:${tap.port}`) });
    expect(own.head?.statusCode).toBe(200);
    expect(phasesOf(own)).toEqual(['dns', 'connect', 'send', 'wait', 'download']);
    const theirs = await fixture.execute({ url, proxy: through(`socks5h://127.0.0.1:${tap.port}`) });
    expect(theirs.variable.error_detail).toMatchObject({ code: 'proxy-refused', phase: 'proxy' });
    expect(tap.connections[0]?.received).toContain('\x05\x01\x00\x01\x7f\x00\x00\x01');
    expect(tap.connections[1]?.received).toContain('\x05\x01\x00\x03\x06a.test');
  });

  it('keeps what it is told from where a redirect leads', async () => {
    await using elsewhere = await HttpRecorder.start(() => answer(200));
    await using server = await HttpRecorder.start(() =>
      answer(302, { Location: `http://b.test:${elsewhere.port}/there` }),
    );
    await using fixture = await ExecutorFixture.create({ lookup: loopbackLookup });
    const { attempts, head } = await fixture.execute({
      url: `http://a.test:${server.port}/`,
      proxy: through(`http://127.0.0.1:${squid.port}`, proxyUser, ['b.test']),
    });
    expect(head?.statusCode).toBe(200);
    expect(server.requests[0]?.headers.some(([name]) => name === 'Via')).toBe(true);
    expect(elsewhere.requests[0]?.headers.some(([name]) => name === 'Via')).toBe(false);
    expect(JSON.stringify([server.requests, elsewhere.requests])).not.toMatch(/proxy-authorization/i);
    const [first, second] = attempts[0]!.exchanges;
    const authorization = first?.request.headers.find(({ name }) => name === 'Proxy-Authorization');
    expect(authorization).toMatchObject({ holdsSecret: true, from: 'generated' });
    expect(second?.request.headers.some(({ name }) => name === 'Proxy-Authorization')).toBe(false);
  });

  it('is not used for this machine unless the list says so', async () => {
    await using tap = await tapBefore(squid.port);
    await using server = await HttpRecorder.start(() => answer(200));
    await using fixture = await ExecutorFixture.create();
    for (const host of ['localhost', '127.0.0.1', '127.1', '0x7f.1'])
      await fixture.execute({
        url: `http://${host}:${server.port}/`,
        proxy: through(`http://127.0.0.1:${tap.port}`, proxyUser, []),
      });
    expect(server.requests).toHaveLength(4);
    expect(tap.connections).toHaveLength(0);
  });

  it('that may not connect says so, once', async () => {
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute(
      { url: 'https://forbidden.test/', proxy: through(`http://127.0.0.1:${squid.port}`) },
      { retry: { retries: 2 } },
    );
    expect(variable.error_detail).toEqual({ code: 'proxy-refused', phase: 'proxy', attempts: 1 });
    expect(variable.error).toBe(
      `The proxy 127.0.0.1:${squid.port} refused to connect to forbidden.test and answered 403.`,
    );
  });
});
