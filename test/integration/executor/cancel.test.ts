// A cancelled call has to be over for the server too, in every phase; only the socket can tell.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesBody, ExecutorFixture, type RunningCall } from '../../support/executor-fixture.ts';
import { ConnectBlackHole, silentLookup } from '../../support/servers/black-holes.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';
import { type RawConnection, RawServer } from '../../support/servers/raw-server.ts';

/** Cancels, and expects the socket to be closed at the server and the call to say so. Gives how long that took, in ms. */
async function expectClosedByCancel(
  run: RunningCall,
  connection: RawConnection,
  phase: string,
): Promise<number> {
  expect(connection.isOpen).toBe(true);
  const cancelledAtMs = performance.now();
  run.cancel();
  const { variable } = await run.result;
  expect(variable).toMatchObject({
    status: 'failure',
    status_code: null,
    body: null,
    headers: {},
    error_detail: { code: 'cancelled', phase },
  });
  return (await connection.closed()) - cancelledAtMs;
}

/** 20 MB that come in few packets. */
function packedAnswer(): Buffer {
  const packed = gzipSync(Buffer.alloc(20 * 1024 * 1024, 'x'), { level: 1 });
  const head = `HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), packed]);
}

async function turnsLater(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
}

describe('A cancel closes the socket at once', () => {
  it('while the name is looked up, so that no connection is ever made', async () => {
    await using fixture = await ExecutorFixture.create({ lookup: silentLookup });
    const run = fixture.start({ url: 'http://a.test/' });
    await run.event('exchange-started');
    run.cancel();
    const { attempts, variable } = await run.result;
    expect(variable.error_detail).toEqual({ code: 'cancelled', phase: 'dns', attempts: 1 });
    expect(attempts[0]?.exchanges[0]?.bytesSent).toBe(0);
  });

  it('while the connection is made', async () => {
    await using hole = await ConnectBlackHole.start();
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: `http://127.0.0.1:${hole.port}/` });
    await run.event('exchange-started');
    // One turn later the socket is on its way.
    await new Promise(setImmediate);
    run.cancel();
    expect((await run.result).variable.error_detail).toEqual({
      code: 'cancelled',
      phase: 'connect',
      attempts: 1,
    });
    const agent = fixture.agents.agentFor(new URL(`http://127.0.0.1:${hole.port}/`));
    const sockets = [...Object.values(agent.sockets), ...Object.values(agent.freeSockets)].flat();
    expect(sockets.every((socket) => socket?.destroyed)).toBe(true);
  });

  it('in the very turn in which the request was begun', async () => {
    await using server = await RawServer.start(() => undefined);
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin }, {}, ({ type }) => {
      if (type === 'exchange-started') run.cancel();
    });
    const { variable } = await run.result;
    expect(variable.error_detail?.code).toBe('cancelled');
    const agent = fixture.agents.agentFor(new URL(server.origin));
    await new Promise(setImmediate);
    expect(Object.values(agent.freeSockets).flat()).toEqual([]);
    expect(server.openConnections).toBe(0);
  });

  it('during the TLS handshake', async () => {
    await using server = await RawServer.start(() => undefined);
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: `https://127.0.0.1:${server.port}/` });
    await run.event('exchange-phase', ({ phase }) => phase === 'connect');
    await expectClosedByCancel(run, await server.connection(), 'tls');
  });

  it('while the request is sent', async () => {
    await using server = await RawServer.start((connection) => {
      connection.socket.once('data', () => connection.socket.pause());
    });
    await using fixture = await ExecutorFixture.create();
    const body = bytesBody(Buffer.alloc(32 * 1024 * 1024));
    const run = fixture.start({ method: 'POST', url: server.origin, body });
    const connection = await server.connection();
    await connection.receivedText('\r\n\r\n');
    run.cancel();
    const { attempts, variable } = await run.result;
    expect(variable.error_detail).toEqual({ code: 'cancelled', phase: 'send', attempts: 1 });
    expect(attempts[0]?.exchanges[0]?.bytesSent).toBeGreaterThan(0);
    connection.socket.resume();
    await connection.closed();
  });

  it('while the answer is awaited, within 200 ms', async () => {
    await using server = await RawServer.start(() => undefined);
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin });
    const connection = await server.connection();
    await connection.receivedText('\r\n\r\n');
    await run.event('exchange-phase', ({ phase }) => phase === 'send');
    expect(await expectClosedByCancel(run, connection, 'wait')).toBeLessThan(200);
  });

  it('while the body comes', async () => {
    await using server = await RawServer.start(async (connection) => {
      await connection.receivedText('\r\n\r\n');
      connection.socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123');
    });
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin });
    await run.event('response-head');
    await expectClosedByCancel(run, await server.connection(), 'read');
  });

  it('between two hops, without a second request', async () => {
    await using server = await HttpRecorder.start(() => answer(302, { Location: '/next' }));
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin });
    await run.event('exchange-redirected');
    run.cancel();
    const { variable } = await run.result;
    expect(variable.error_detail?.code).toBe('cancelled');
    expect(server.requests).toHaveLength(1);
  });

  it('in the pause before a further attempt, and ends the pause', async () => {
    await using server = await HttpRecorder.start(() => answer(503));
    await using fixture = await ExecutorFixture.create();
    const dayMs = 86_400_000;
    const untilTomorrow = { retries: 3, jitter: 'none', firstDelayMs: dayMs, longestDelayMs: dayMs } as const;
    const run = fixture.start({ url: server.origin }, { retry: untilTomorrow });
    await run.event('retry-waiting');
    run.cancel();
    const { attempts, variable } = await run.result;
    expect(variable).toMatchObject({
      status: 'failure',
      status_code: null,
      error_detail: { code: 'cancelled', phase: 'delay', attempts: 1 },
    });
    expect(attempts[0]?.statusCode).toBe(503);
    expect(server.requests).toHaveLength(1);
  });
});

describe('A cancel', () => {
  it('before the call begins makes no connection and no attempt', async () => {
    await using server = await RawServer.start(() => undefined);
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin });
    run.cancel();
    const { attempts, variable } = await run.result;
    expect(variable).toMatchObject({
      status: 'failure',
      error: 'The call to 127.0.0.1 was cancelled.',
      error_detail: { code: 'cancelled', phase: 'prepare', attempts: 0 },
    });
    expect(attempts).toEqual([]);
    expect(server.connections).toEqual([]);
  });

  it('after the complete response changes nothing', async () => {
    await using server = await HttpRecorder.start(() =>
      answer(200, { 'Content-Type': 'text/plain' }, 'done'),
    );
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin });
    await run.event('attempt-ended');
    run.cancel();
    expect((await run.result).variable).toMatchObject({ status: 'success', body: 'done' });
  });

  it('leaves other calls over the same connections alone', async () => {
    await using server = await HttpRecorder.start(async ({ target }) => {
      if (target === '/slow') return { then: 'silence' };
      await server.request(1);
      return answer(200);
    });
    await using fixture = await ExecutorFixture.create();
    const quick = fixture.start({ url: `${server.origin}/quick` });
    const slow = fixture.start({ url: `${server.origin}/slow` });
    await server.request(1);
    slow.cancel();
    expect((await slow.result).variable.error_detail?.code).toBe('cancelled');
    expect((await quick.result).variable.status).toBe('success');
  });

  it.each([0, 1, 2, 5, 20])(
    'while a body that outgrew memory is unpacked (%d turns later) leaves no file and no defect',
    async (turns) => {
      await using server = await HttpRecorder.start(() => packedAnswer());
      await using fixture = await ExecutorFixture.create(
        {},
        {
          bodyFolder: async () => {
            void turnsLater(turns).then(() => run.cancel());
            return Promise.resolve(fixture.folder);
          },
        },
      );
      const run = fixture.start({ url: server.origin });
      expect((await run.result).variable.error_detail?.code).toBe('cancelled');
      expect(await fixture.files()).toEqual([]);
      await turnsLater(200);
      expect(await fixture.files()).toEqual([]);
      expect(fixture.defects).toEqual([]);
    },
  );

  it('tells the log where the file of the body cannot be removed', async () => {
    await using server = await HttpRecorder.start(() => ({
      bytes: `HTTP/1.1 200 X\r\nContent-Length: 9999999\r\n\r\n${'x'.repeat(2 * 1024 * 1024)}`,
      then: 'silence',
    }));
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin });
    await expect.poll(() => fixture.files()).toHaveLength(1);
    const [name] = await fixture.files();
    const file = path.join(fixture.folder, name!);
    await rm(file);
    await mkdir(file);
    run.cancel();
    expect((await run.result).variable.error_detail?.code).toBe('cancelled');
    expect(fixture.defects).toHaveLength(1);
  });

  it('while a large body is unpacked stops the work and leaves no file behind', async () => {
    await using server = await HttpRecorder.start(() => packedAnswer());
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin });
    await run.event('response-head');
    run.cancel();
    expect((await run.result).variable.error_detail?.code).toBe('cancelled');
    await expect.poll(() => fixture.files()).toEqual([]);
  });
});
