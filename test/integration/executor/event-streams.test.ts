// Streams of events over real sockets: told while they come, and the body of the call once they have ended.
import { gzipSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mostToldEvents } from '#electron/executor/stream-teller.ts';
import { ExecutorFixture, type RunningCall } from '../../support/executor-fixture.ts';
import { RawServer } from '../../support/servers/raw-server.ts';

const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n';

const toldData = (run: RunningCall): string[] => run.all('stream-event').map(({ data }) => data);

describe('A stream of events', () => {
  it('is told event by event while it is open, and is the body once it has ended', async () => {
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.write(`${head}event: tick\nid: 1\ndata: {"n":1}\n\ndata: tw`);
    });
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: `http://127.0.0.1:${server.port}/` }, { includeRaw: true });
    await run.event('stream-event');
    expect(run.all('stream-event')).toEqual([
      expect.objectContaining({
        attempt: 1,
        exchange: 1,
        number: 1,
        event: 'tick',
        id: '1',
        data: '{"n":1}',
        complete: true,
      }),
    ]);
    server.connections[0]?.socket.write('o\n\n');
    await run.event('stream-event', ({ number }) => number === 2);
    server.connections[0]?.socket.end();
    const { body, variable } = await run.result;
    expect(variable).toMatchObject({
      status: 'success',
      body: [
        { event: 'tick', id: '1', data: { n: 1 } },
        { event: 'message', id: '1', data: 'two' },
      ],
      raw: 'event: tick\nid: 1\ndata: {"n":1}\n\ndata: two\n\n',
    });
    expect(body.kind).toBe('events');
  });

  it('keeps what came of it where it is cancelled, the unfinished event too, and closes the socket', async () => {
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.write(`${head}data: one\n\ndata: hal`);
    });
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: `http://127.0.0.1:${server.port}/` });
    await run.event('stream-event');
    run.cancel();
    const { variable } = await run.result;
    expect(variable).toMatchObject({ status: 'failure', body: null, error_detail: { code: 'cancelled' } });
    expect(run.all('stream-event').map(({ complete, data }) => [data, complete])).toEqual([
      ['one', true],
      ['hal', false],
    ]);
    await server.connections[0]?.closed();
  });

  it('is held to the idle clock between its events', async () => {
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.write(`${head}data: one\n\n`);
    });
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start(
      { url: `http://127.0.0.1:${server.port}/` },
      { timeouts: { idleMs: 100 }, retry: { retries: 1, firstDelayMs: 1, jitter: 'none' } },
    );
    const { attempts, variable } = await run.result;
    expect(variable.error_detail).toEqual({ code: 'timeout-idle', phase: 'read', attempts: 2 });
    expect(attempts.map(({ failure }) => failure?.code)).toEqual(['timeout-idle', 'timeout-idle']);
    expect(run.all('stream-event').map(({ attempt, data }) => [attempt, data])).toEqual([
      [1, 'one'],
      [2, 'one'],
    ]);
  });

  it('is held to the total clock although events keep coming', async () => {
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.write(head);
      const timer = setInterval(() => socket.write('data: on\n\n'), 10);
      socket.on('close', () => clearInterval(timer));
    });
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start(
      { url: `http://127.0.0.1:${server.port}/` },
      { timeouts: { idleMs: 1_000, totalMs: 200 } },
    );
    const { variable } = await run.result;
    expect(variable.error_detail).toMatchObject({ code: 'timeout-total', phase: 'read' });
    expect(toldData(run).length).toBeGreaterThan(1);
  });

  it('is unpacked as it comes', async () => {
    const packed = gzipSync('data: packed\n\n', { finishFlush: constants.Z_SYNC_FLUSH });
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.write(head.replace('\r\n\r\n', '\r\nContent-Encoding: gzip\r\n\r\n'));
      socket.write(packed);
    });
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: `http://127.0.0.1:${server.port}/` });
    expect(await run.event('stream-event')).toMatchObject({ data: 'packed' });
    run.cancel();
    await run.result;
  });

  it('tells the first events and some of those after them, and the body has them all', async () => {
    const count = mostToldEvents + 1000;
    const events = Array.from({ length: count }, (_, at) => `data: ${String(at + 1)}\n\n`).join('');
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.end(head + events);
    });
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: `http://127.0.0.1:${server.port}/` });
    const { variable } = await run.result;
    expect(variable.body).toHaveLength(count);
    expect(toldData(run)).toHaveLength(mostToldEvents + 10);
    expect(run.all('stream-event').at(-1)?.number).toBe(count);
  });

  it('is none where the type says so', async () => {
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\ndata: a\n\n');
    });
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: `http://127.0.0.1:${server.port}/` });
    const { variable } = await run.result;
    expect(variable.body).toBe('data: a\n\n');
    expect(toldData(run)).toEqual([]);
  });
});
