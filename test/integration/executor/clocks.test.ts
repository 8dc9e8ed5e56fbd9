// Each clock of a call is made to strike by a server that is late in exactly its phase.
import { describe, expect, it } from 'vitest';
import { bytesBody, ExecutorFixture, type PolicyChanges } from '../../support/executor-fixture.ts';
import { ConnectBlackHole, silentLookup } from '../../support/servers/black-holes.ts';
import { makeCertificates } from '../../support/servers/certificates.ts';
import { RawServer } from '../../support/servers/raw-server.ts';

const certificates = makeCertificates();

const limitMs = 120;

/** A limit that a busy machine does not pass by accident while a server shows signs of life. */
const longLimitMs = 1_200;

/** All clocks long but one, so that only that one can strike. */
function onlyClock(clock: 'connectMs' | 'responseMs' | 'idleMs' | 'totalMs'): PolicyChanges {
  return { timeouts: { [clock]: limitMs } };
}

/** A clock never strikes early; how late it may be depends on a busy machine. */
function expectStruck(tookMs: number): void {
  expect(tookMs).toBeGreaterThanOrEqual(limitMs - 2);
  expect(tookMs).toBeLessThan(limitMs + 1_000);
}

const aboutAHead = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n';

describe('The connect clock', () => {
  it('names the lookup of a name that is never answered', async () => {
    await using fixture = await ExecutorFixture.create({ lookup: silentLookup });
    const { attempts, tookMs, variable } = await fixture.execute(
      { url: 'http://a.test/' },
      onlyClock('connectMs'),
    );
    expect(variable.error_detail).toEqual({ code: 'timeout-connect', phase: 'dns', attempts: 1 });
    expect(variable.error).toBe(`a.test did not accept a connection within ${limitMs} ms.`);
    expect(attempts[0]?.exchanges[0]?.timings.map(({ phase }) => phase)).toEqual(['dns']);
    expectStruck(tookMs);
  });

  it('names a connection that is never accepted', async () => {
    await using hole = await ConnectBlackHole.start();
    await using fixture = await ExecutorFixture.create();
    const { tookMs, variable } = await fixture.execute(
      { url: `http://127.0.0.1:${hole.port}/` },
      onlyClock('connectMs'),
    );
    expect(variable.error_detail).toEqual({ code: 'timeout-connect', phase: 'connect', attempts: 1 });
    expectStruck(tookMs);
  });

  it('names a TLS handshake that is never answered, and closes its socket', async () => {
    await using server = await RawServer.start(() => undefined);
    await using fixture = await ExecutorFixture.create();
    const { tookMs, variable } = await fixture.execute(
      { url: `https://127.0.0.1:${server.port}/` },
      onlyClock('connectMs'),
    );
    expect(variable.error_detail).toEqual({ code: 'timeout-connect', phase: 'tls', attempts: 1 });
    expectStruck(tookMs);
    await (await server.connection()).closed();
  });
});

describe('Over TLS as well', () => {
  const secured = { key: certificates.server.key, cert: certificates.server.cert };
  const trusted = { certificateAuthorities: [certificates.authority.cert] };
  const rows = [
    { clock: 'responseMs', code: 'timeout-response', phase: 'wait', bytes: '' },
    { clock: 'idleMs', code: 'timeout-idle', phase: 'read', bytes: `${aboutAHead}\r\n0123` },
    { clock: 'totalMs', code: 'timeout-total', phase: 'wait', bytes: '' },
  ] as const;

  it.each(rows)('$clock strikes in $phase and closes the socket', async ({ bytes, clock, code, phase }) => {
    await using server = await RawServer.start(async (connection) => {
      await connection.receivedText('\r\n\r\n');
      connection.socket.write(bytes);
    }, secured);
    await using fixture = await ExecutorFixture.create(trusted);
    // The handshake itself takes longer than the limit on a busy machine, and only the total clock runs in it.
    const limits = clock === 'totalMs' ? { timeouts: { totalMs: longLimitMs } } : onlyClock(clock);
    const { variable } = await fixture.execute({ url: `https://localhost:${server.port}/` }, limits);
    expect(variable.error_detail).toEqual({ code, phase, attempts: 1 });
    await (await server.connection()).closed();
  });
});

describe('The response clock', () => {
  it('strikes when the request was sent and no byte comes, and closes the socket', async () => {
    await using server = await RawServer.start(() => undefined);
    await using fixture = await ExecutorFixture.create();
    const { tookMs, variable } = await fixture.execute({ url: server.origin }, onlyClock('responseMs'));
    expect(variable.error_detail).toEqual({ code: 'timeout-response', phase: 'wait', attempts: 1 });
    expect(variable.error).toBe(`127.0.0.1 did not begin to answer within ${limitMs} ms.`);
    expectStruck(tookMs);
    await (await server.connection()).closed();
  });

  it('begins again with every interim response, which is a sign of life', async () => {
    const interim = 'HTTP/1.1 102 Processing\r\n\r\n';
    await using server = await RawServer.start(async (connection) => {
      await connection.receivedText('\r\n\r\n');
      for (let sent = 0; sent < 4; sent += 1) {
        await new Promise((resolve) => setTimeout(resolve, longLimitMs / 3));
        connection.socket.write(interim);
      }
      connection.socket.write(`${aboutAHead}\r\n0123456789`);
    });
    await using fixture = await ExecutorFixture.create();
    const { tookMs, variable } = await fixture.execute(
      { url: server.origin },
      { timeouts: { responseMs: longLimitMs } },
    );
    expect(variable).toMatchObject({ status: 'success', body: '0123456789' });
    expect(tookMs).toBeGreaterThan(longLimitMs);
  });

  it('ends with the first byte: a server that stops inside the head is idle', async () => {
    await using server = await RawServer.start(async (connection) => {
      await connection.receivedText('\r\n\r\n');
      connection.socket.write(aboutAHead);
    });
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute({ url: server.origin }, onlyClock('idleMs'));
    expect(variable.error_detail).toEqual({ code: 'timeout-idle', phase: 'read', attempts: 1 });
  });
});

describe('The idle clock', () => {
  it('strikes when the body stops, and closes the socket', async () => {
    await using server = await RawServer.start(async (connection) => {
      await connection.receivedText('\r\n\r\n');
      connection.socket.write(`${aboutAHead}\r\n0123`);
    });
    await using fixture = await ExecutorFixture.create();
    const { tookMs, variable } = await fixture.execute({ url: server.origin }, onlyClock('idleMs'));
    expect(variable.error_detail).toEqual({ code: 'timeout-idle', phase: 'read', attempts: 1 });
    expect(variable.error).toBe(`Nothing moved between Flowbench and 127.0.0.1 for ${limitMs} ms.`);
    expectStruck(tookMs);
    await (await server.connection()).closed();
  });

  it('lets a slow body drip for longer than its limit', async () => {
    await using server = await RawServer.start(async (connection) => {
      await connection.receivedText('\r\n\r\n');
      connection.socket.write(`${aboutAHead}\r\n`);
      for (const byte of '0123456789') {
        await new Promise((resolve) => setTimeout(resolve, longLimitMs / 8));
        connection.socket.write(byte);
      }
    });
    await using fixture = await ExecutorFixture.create();
    const { tookMs, variable } = await fixture.execute(
      { url: server.origin },
      { timeouts: { idleMs: longLimitMs } },
    );
    expect(variable).toMatchObject({ status: 'success', body: '0123456789' });
    expect(tookMs).toBeGreaterThan(longLimitMs);
  });

  it('strikes when a server stops taking the request', async () => {
    await using server = await RawServer.start((connection) => {
      connection.socket.pause();
    });
    await using fixture = await ExecutorFixture.create();
    const body = bytesBody(Buffer.alloc(32 * 1024 * 1024));
    const { variable } = await fixture.execute(
      { method: 'PUT', url: server.origin, body },
      onlyClock('idleMs'),
    );
    expect(variable.error_detail).toEqual({ code: 'timeout-idle', phase: 'send', attempts: 1 });
    const { socket } = await server.connection();
    socket.resume();
    await (await server.connection()).closed();
  });
});

describe('The total clock', () => {
  it('cuts a running attempt and closes its socket', async () => {
    await using server = await RawServer.start(() => undefined);
    await using fixture = await ExecutorFixture.create();
    const { tookMs, variable } = await fixture.execute({ url: server.origin }, onlyClock('totalMs'));
    expect(variable.error_detail).toEqual({ code: 'timeout-total', phase: 'wait', attempts: 1 });
    expect(variable.error).toBe(`The call to 127.0.0.1 took longer than ${limitMs} ms in all.`);
    expectStruck(tookMs);
    await (await server.connection()).closed();
  });

  it('runs on over attempts and pauses, and is never restarted', async () => {
    await using server = await RawServer.start((connection) => {
      connection.socket.destroy();
    });
    await using fixture = await ExecutorFixture.create();
    const { attempts, tookMs, variable } = await fixture.execute(
      { url: server.origin },
      {
        timeouts: { totalMs: limitMs },
        retry: { retries: 100, jitter: 'none', firstDelayMs: 30, factor: 1 },
      },
    );
    expect(variable.status).toBe('failure');
    expect(attempts.length).toBeGreaterThan(1);
    expect(tookMs).toBeLessThan(limitMs + 1_000);
    // Each reached the server, except perhaps the last one, which may have been cut off on its way.
    await server.connection(attempts.length - 2);
    expect(server.connections.length).toBeLessThanOrEqual(attempts.length);
  });

  it('starts no attempt, and waits out no pause, that would end after it', async () => {
    await using server = await RawServer.start((connection) => {
      connection.socket.destroy();
    });
    await using fixture = await ExecutorFixture.create();
    const { attempts, tookMs } = await fixture.execute(
      { url: server.origin },
      { timeouts: { totalMs: 5_000 }, retry: { retries: 3, jitter: 'none', firstDelayMs: 6_000 } },
    );
    expect(attempts).toHaveLength(1);
    expect(attempts[0]?.decision).toEqual({ retry: false, reason: 'total-limit' });
    expect(tookMs).toBeLessThan(4_000);
  });
});
