// A proxy that is silent, broken or not there: the clock, the phase and the kind of each failure, and a cancel in between.
import net from 'node:net';
import { describe, expect, it } from 'vitest';
import type { PreparedProxy } from '#shared/request/prepared-proxy.ts';
import { readProxyServer } from '#shared/request/proxy-server.ts';
import { ExecutorFixture, loopbackLookup } from '../../support/executor-fixture.ts';
import { ConnectBlackHole, silentLookup } from '../../support/servers/black-holes.ts';
import { makeCertificates } from '../../support/servers/certificates.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';
import { type ConnectionHandler, RawServer } from '../../support/servers/raw-server.ts';

const certificates = makeCertificates();
const limitMs = 120;
const onlyConnect = { timeouts: { connectMs: limitMs } };
const credentials = { userName: 'flow', password: 'bench-of-a-proxy' };

function through(url: string): PreparedProxy {
  return { mode: 'manual', route: { server: readProxyServer(url)!, credentials }, noProxy: ['<-loopback>'] };
}

/** A proxy that lets every tunnel through to a port of this machine. */
const tunnelTo =
  (port: number): ConnectionHandler =>
  async (connection) => {
    await connection.receivedText('\r\n\r\n');
    const onward = net.connect(port, '127.0.0.1');
    connection.socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    connection.socket.pipe(onward).pipe(connection.socket);
    onward.on('error', () => connection.socket.destroy());
    connection.socket.on('close', () => onward.destroy());
  };

describe('The connect clock covers the proxy', () => {
  it.each(['http://a.test/', 'https://a.test/'])('while its name is looked up, for %s', async (url) => {
    await using fixture = await ExecutorFixture.create({ lookup: silentLookup });
    const { attempts, variable } = await fixture.execute(
      { url, proxy: through('http://proxy.test:3128') },
      onlyConnect,
    );
    expect(variable.error_detail).toEqual({ code: 'timeout-connect', phase: 'dns', attempts: 1 });
    expect(attempts[0]?.exchanges[0]?.timings.map(({ phase }) => phase)).toEqual(['dns']);
  });

  it.each(['http', 'https'])('while it does not accept, for %s', async (scheme) => {
    await using hole = await ConnectBlackHole.start();
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute(
      { url: `${scheme}://a.test/`, proxy: through(`http://127.0.0.1:${hole.port}`) },
      onlyConnect,
    );
    expect(variable.error_detail).toEqual({ code: 'timeout-connect', phase: 'connect', attempts: 1 });
  });

  it.each(['http', 'socks5h'])('while a proxy by %s does not say whether it connects', async (scheme) => {
    await using proxy = await RawServer.start(() => undefined);
    await using fixture = await ExecutorFixture.create();
    const { attempts, variable } = await fixture.execute(
      { url: 'https://a.test/', proxy: through(`${scheme}://127.0.0.1:${proxy.port}`) },
      onlyConnect,
    );
    expect(variable.error_detail).toEqual({ code: 'timeout-connect', phase: 'proxy', attempts: 1 });
    expect(attempts[0]?.exchanges[0]).toMatchObject({ bytesSent: 0, connection: null });
    expect(attempts[0]?.exchanges[0]?.timings.map(({ phase }) => phase)).toEqual(['connect']);
    await (await proxy.connection()).closed();
  });

  it('while the target behind it does not shake hands', async () => {
    await using target = await RawServer.start(() => undefined);
    await using proxy = await RawServer.start(tunnelTo(target.port));
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute(
      { url: `https://127.0.0.1:${target.port}/`, proxy: through(`http://127.0.0.1:${proxy.port}`) },
      onlyConnect,
    );
    expect(variable.error_detail).toEqual({ code: 'timeout-connect', phase: 'tls', attempts: 1 });
    await (await target.connection()).closed();
  });
});

describe('The other clocks run on behind a proxy', () => {
  it.each([
    { clock: 'responseMs', code: 'timeout-response', phase: 'wait', bytes: '' },
    {
      clock: 'idleMs',
      code: 'timeout-idle',
      phase: 'read',
      bytes: 'HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nab',
    },
  ])('$clock', async ({ bytes, clock, code, phase }) => {
    await using target = await HttpRecorder.start(() => ({ bytes, then: 'silence' }), certificates.server);
    await using proxy = await RawServer.start(tunnelTo(target.port));
    await using fixture = await ExecutorFixture.create({
      certificateAuthorities: [certificates.authority.cert],
    });
    const { variable } = await fixture.execute(
      { url: `https://127.0.0.1:${target.port}/`, proxy: through(`http://127.0.0.1:${proxy.port}`) },
      { timeouts: { [clock]: limitMs } },
    );
    expect(variable.error_detail).toEqual({ code, phase, attempts: 1 });
    await (await target.server.connection()).closed();
  });
});

describe('A cancel closes the socket within 200 ms', () => {
  it.each(['http', 'socks5h'])('while a proxy by %s is asked', async (scheme) => {
    await using proxy = await RawServer.start(() => undefined);
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({
      url: 'https://a.test/',
      proxy: through(`${scheme}://127.0.0.1:${proxy.port}`),
    });
    const connection = await proxy.connection();
    await connection.receivedText(scheme === 'http' ? '\r\n\r\n' : '\x05');
    const cancelledAtMs = performance.now();
    run.cancel();
    const { variable } = await run.result;
    expect(variable.error_detail).toEqual({ code: 'cancelled', phase: 'proxy', attempts: 1 });
    expect((await connection.closed()) - cancelledAtMs).toBeLessThan(200);
  });

  it('while the answer is awaited through a tunnel', async () => {
    await using target = await HttpRecorder.start(() => ({ then: 'silence' }), certificates.server);
    await using proxy = await RawServer.start(tunnelTo(target.port));
    await using fixture = await ExecutorFixture.create({
      certificateAuthorities: [certificates.authority.cert],
    });
    const run = fixture.start({
      url: `https://127.0.0.1:${target.port}/`,
      proxy: through(`http://127.0.0.1:${proxy.port}`),
    });
    await target.request();
    const cancelledAtMs = performance.now();
    run.cancel();
    expect((await run.result).variable.error_detail).toMatchObject({ code: 'cancelled', phase: 'wait' });
    expect((await (await proxy.connection()).closed()) - cancelledAtMs).toBeLessThan(200);
  });
});

describe('A failure of the proxy is told as one', () => {
  it.each(['http://a.test/', 'https://a.test/'])(
    'its port is closed, for %s, and it is tried again',
    async (url) => {
      await using gone = await RawServer.start(() => undefined);
      const { port } = gone;
      await gone[Symbol.asyncDispose]();
      await using fixture = await ExecutorFixture.create();
      const { variable } = await fixture.execute(
        { url, method: 'POST', proxy: through(`http://127.0.0.1:${port}`) },
        { retry: { retries: 2, firstDelayMs: 1 } },
      );
      expect(variable.error_detail).toEqual({ code: 'proxy-unreachable', phase: 'proxy', attempts: 3 });
      expect(variable.error).toBe(`The proxy 127.0.0.1:${port} cannot be reached.`);
    },
  );

  it.each(['http://a.test/', 'https://a.test/'])('its name is not known, for %s', async (url) => {
    await using fixture = await ExecutorFixture.create({
      lookup: (host, _options, callback) =>
        callback(Object.assign(new Error(host), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), ''),
    });
    const { variable } = await fixture.execute({ url, proxy: through('http://proxy.test:3128') });
    expect(variable.error_detail).toEqual({ code: 'proxy-not-found', phase: 'proxy', attempts: 1 });
    expect(variable.error).toBe('The name of the proxy, proxy.test:3128, is not known.');
  });

  it('the name of the target is not known where this machine looks it up', async () => {
    await using fixture = await ExecutorFixture.create({
      lookup: (host, _options, callback) =>
        callback(Object.assign(new Error(host), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), ''),
    });
    const { variable } = await fixture.execute({
      url: 'https://nowhere.test/',
      proxy: through('socks5://127.0.0.1:1'),
    });
    expect(variable.error_detail).toEqual({ code: 'dns-not-found', phase: 'dns', attempts: 1 });
  });

  it.each([
    { what: 'speaks no HTTP', scheme: 'http', bytes: 'SSH-2.0-x\r\n', code: 'proxy-malformed' },
    {
      what: 'speaks no SOCKS',
      scheme: 'socks5h',
      bytes: 'HTTP/1.1 400 Bad\r\n\r\n',
      code: 'proxy-malformed',
    },
    { what: 'cannot connect', scheme: 'http', bytes: answer(502), code: 'proxy-refused' },
    {
      what: 'knows no such network',
      scheme: 'socks5h',
      bytes: '\x05\x00\x05\x03\x00\x01\0\0\0\0\0\0',
      code: 'proxy-refused',
    },
  ])('it $what', async ({ bytes, code, scheme }) => {
    await using proxy = await RawServer.start(({ socket }) => {
      socket.write(bytes, 'latin1');
    });
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute(
      { url: 'https://a.test/', proxy: through(`${scheme}://127.0.0.1:${proxy.port}`) },
      { retry: { retries: 2, firstDelayMs: 1 } },
    );
    expect(variable.error_detail).toEqual({ code, phase: 'proxy', attempts: 1 });
    expect(proxy.connections).toHaveLength(1);
    await (await proxy.connection()).closed();
  });

  it.each(['http', 'socks5h'])('it hangs up instead of an answer, by %s', async (scheme) => {
    await using proxy = await RawServer.start(({ socket }) => {
      socket.end();
    });
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute({
      url: 'https://a.test/',
      proxy: through(`${scheme}://127.0.0.1:${proxy.port}`),
    });
    expect(variable.error_detail).toEqual({ code: 'proxy-unreachable', phase: 'proxy', attempts: 1 });
  });
});

describe('A proxy that is reached with TLS', () => {
  it.each(['http', 'https'])('carries %s', async (scheme) => {
    await using target = await HttpRecorder.start(
      () => answer(200),
      scheme === 'https' ? certificates.server : undefined,
    );
    await using proxy =
      scheme === 'https'
        ? await RawServer.start(tunnelTo(target.port), certificates.server)
        : (await HttpRecorder.start(() => answer(200), certificates.server)).server;
    await using fixture = await ExecutorFixture.create({
      certificateAuthorities: [certificates.authority.cert],
    });
    const { head } = await fixture.execute({
      url: `${scheme}://127.0.0.1:${target.port}/`,
      proxy: through(`https://127.0.0.1:${proxy.port}`),
    });
    expect(head?.statusCode).toBe(200);
    expect(JSON.stringify(target.requests)).not.toMatch(/proxy/i);
    expect(proxy.connections[0]?.received).toMatch(
      scheme === 'https' ? /^CONNECT 127\.0\.0\.1:/ : /^GET http:\/\/127\.0\.0\.1:/,
    );
  });

  it.each(['http', 'https'])('is refused with a certificate that nobody trusts, for %s', async (scheme) => {
    await using proxy = await RawServer.start(() => undefined, certificates.selfSigned);
    await using fixture = await ExecutorFixture.create({ lookup: loopbackLookup });
    const { variable } = await fixture.execute({
      url: `${scheme}://b.test/`,
      proxy: through(`https://a.test:${proxy.port}`),
    });
    expect(variable.error_detail).toEqual({ code: 'proxy-certificate-refused', phase: 'proxy', attempts: 1 });
  });

  it.each(['http', 'https'])('speaks no TLS, for %s', async (scheme) => {
    await using broken = await RawServer.start(({ socket }) => {
      socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute({
      url: `${scheme}://b.test/`,
      proxy: through(`https://127.0.0.1:${broken.port}`),
    });
    expect(variable.error_detail).toEqual({ code: 'proxy-tls-failed', phase: 'proxy', attempts: 1 });
  });
});
