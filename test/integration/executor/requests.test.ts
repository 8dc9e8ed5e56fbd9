// The bytes of a request as they reach a server, for no client library may add or drop anything unseen.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreparedBody } from '#shared/request/prepared-request.ts';
import { bytesBody, ExecutorFixture, header } from '../../support/executor-fixture.ts';
import { runs } from '../../support/runs.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';
import { RawServer } from '../../support/servers/raw-server.ts';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The bytes of the one request of a call, one character per byte. */
async function bytesOf(request: Parameters<ExecutorFixture['execute']>[0]): Promise<string> {
  await using server = await HttpRecorder.start(() => answer(200));
  await using fixture = await ExecutorFixture.create();
  await fixture.execute({ ...request, url: server.origin + request.url });
  return server.server.connections[0]!.received.replaceAll(String(server.port), 'PORT');
}

describe('The head of a request', () => {
  it('is exactly what was given and what the connection needs, in this order', async () => {
    const headers = [header('X-Trace', '1'), header('accept', 'a/b'), header('X-Trace', '2')];
    expect(await bytesOf({ method: 'POST', url: '/a?b=c', headers, body: bytesBody('hi') })).toBe(
      'POST /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX-Trace: 1\r\naccept: a/b\r\nX-Trace: 2\r\n' +
        'Content-Length: 2\r\nConnection: keep-alive\r\n\r\nhi',
    );
  });

  it.each(['GET', 'DELETE', 'HEAD', 'OPTIONS'])(
    'of %s without a body says nothing of a length',
    async (method) => {
      expect(await bytesOf({ method, url: '/' })).toBe(
        `${method} / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: keep-alive\r\n\r\n`,
      );
    },
  );

  it.each(['POST', 'PUT', 'PATCH'])('of %s without a body says that it is empty', async (method) => {
    expect(await bytesOf({ method, url: '/' })).toBe(
      `${method} / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n`,
    );
  });

  it.each(['GET', 'DELETE', 'PROPFIND'])('of %s with a body says how long it is', async (method) => {
    expect(await bytesOf({ method, url: '/', body: bytesBody('abc') })).toContain(
      'Content-Length: 3\r\nConnection: keep-alive\r\n\r\nabc',
    );
  });

  it('keeps a host that was given, where it was given', async () => {
    const headers = [header('A', '1'), header('Host', 'else.test')];
    expect(await bytesOf({ url: '/', headers })).toBe(
      'GET / HTTP/1.1\r\nA: 1\r\nHost: else.test\r\nConnection: keep-alive\r\n\r\n',
    );
  });

  it('corrects a length that was given and does not fit', async () => {
    const headers = [header('content-length', '99', { from: 'generated' }), header('B', '2')];
    expect(await bytesOf({ method: 'POST', url: '/', headers, body: bytesBody('abc') })).toContain(
      'content-length: 3\r\nB: 2\r\n',
    );
  });

  it('reaches a server at an IPv6 address', async () => {
    const server = net.createServer((socket) => socket.end(answer(200, {}, 'six')));
    await new Promise<void>((resolve) => server.listen(0, '::1', resolve));
    const { port } = server.address() as net.AddressInfo;
    await using fixture = await ExecutorFixture.create();
    const { attempts, variable } = await fixture.execute({ url: `http://[::1]:${port}/` });
    expect(variable.body).toBe('six');
    expect(attempts[0]?.exchanges[0]?.connection?.remoteAddress).toBe('::1');
    server.close();
  });
});

describe('Whatever is prepared', () => {
  let server: HttpRecorder;
  let fixture: ExecutorFixture;

  beforeAll(async () => {
    server = await HttpRecorder.start(() => answer(200));
    fixture = await ExecutorFixture.create();
  });

  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await fixture[Symbol.asyncDispose]();
  });

  const reserved = [
    'host',
    'content-length',
    'connection',
    'transfer-encoding',
    'upgrade',
    'expect',
    'te',
    'trailer',
  ];
  const tokens = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const anyName = fc
    .string({ unit: fc.constantFrom(...tokens.split('')), minLength: 1, maxLength: 20 })
    .filter((name) => !reserved.includes(name.toLowerCase()));
  const latin1 = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => (character >= ' ' && character !== '\x7f') || character === '\t',
  );
  const anyValue = fc
    .string({ unit: fc.constantFrom(...latin1), maxLength: 60 })
    .map((value) => value.trim());

  it('as headers arrives byte for byte, in order, case and number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyName, anyValue), { maxLength: 12 }), async (pairs) => {
        const headers = pairs.map(([name, value]) => header(name, value));
        const { variable } = await fixture.execute({ url: server.origin, headers });
        expect(variable.status).toBe('success');
        const received = server.requests.at(-1)!.headers;
        expect(received.slice(1, -1)).toEqual(pairs);
      }),
      { numRuns: runs(150) },
    );
  });

  it('as a body arrives byte for byte, with its length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
        await fixture.execute({ method: 'PUT', url: server.origin, body: bytesBody(bytes) });
        const { body, headers } = server.requests.at(-1)!;
        expect(Buffer.from(body, 'latin1')).toEqual(Buffer.from(bytes));
        expect(headers).toContainEqual(['Content-Length', String(bytes.length)]);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('The body of a request', () => {
  it('of 8 MB arrives whole', async () => {
    const bytes = randomBytes(8 * 1024 * 1024);
    await using server = await HttpRecorder.start(() => answer(200));
    await using fixture = await ExecutorFixture.create();
    const { attempts, variable } = await fixture.execute({
      method: 'POST',
      url: server.origin,
      body: bytesBody(bytes),
    });
    expect(variable.status).toBe('success');
    expect(sha256(Buffer.from(server.requests[0]!.body, 'latin1'))).toBe(sha256(bytes));
    expect(attempts[0]?.exchanges[0]?.bytesSent).toBeGreaterThan(bytes.length);
  });

  it('of a file is streamed with its size, again for each attempt', async () => {
    const bytes = randomBytes(300_000);
    await using server = await HttpRecorder.start((_request, number) => answer(number === 0 ? 503 : 200));
    await using fixture = await ExecutorFixture.create();
    await writeFile(path.join(fixture.folder, 'photo.jpg'), bytes);
    const body: PreparedBody = { type: 'file', file: 'photo.jpg', holdsSecret: false };
    const { variable } = await fixture.execute(
      { method: 'PUT', url: server.origin, body },
      { retry: { retries: 1, firstDelayMs: 0 } },
    );
    expect(variable.status).toBe('success');
    expect(server.requests.map(({ body: received }) => sha256(Buffer.from(received, 'latin1')))).toEqual([
      sha256(bytes),
      sha256(bytes),
    ]);
    expect(server.requests[0]?.headers).toContainEqual(['Content-Length', '300000']);
  });

  it('of several parts has their headers, their contents and the size of it all', async () => {
    await using server = await HttpRecorder.start(() => answer(200));
    await using fixture = await ExecutorFixture.create();
    await writeFile(path.join(fixture.folder, 'a.bin'), Buffer.from([0, 255, 10]));
    const body: PreparedBody = {
      type: 'multipart',
      boundary: 'seam',
      holdsSecret: false,
      parts: [
        {
          name: 'order',
          headers: 'Content-Disposition: form-data; name="order"\r\n',
          content: { bytes: Buffer.from('42') },
        },
        {
          name: 'file',
          headers: 'Content-Disposition: form-data; name="file"; filename="ä.bin"\r\nContent-Type: x/y\r\n',
          content: { file: 'a.bin' },
        },
      ],
    };
    await fixture.execute({ method: 'POST', url: server.origin, body });
    const expected = Buffer.concat([
      Buffer.from('--seam\r\nContent-Disposition: form-data; name="order"\r\n\r\n42\r\n'),
      Buffer.from('--seam\r\nContent-Disposition: form-data; name="file"; filename="ä.bin"\r\n'),
      Buffer.from('Content-Type: x/y\r\n\r\n'),
      Buffer.from([0, 255, 10]),
      Buffer.from('\r\n--seam--\r\n'),
    ]);
    expect(Buffer.from(server.requests[0]!.body, 'latin1')).toEqual(expected);
    expect(server.requests[0]?.headers).toContainEqual(['Content-Length', String(expected.length)]);
  });

  it.each(['missing.bin', 'folder'])('that cannot be read (%s) sends nothing at all', async (file) => {
    await using server = await HttpRecorder.start(() => answer(200));
    await using fixture = await ExecutorFixture.create();
    await mkdir(path.join(fixture.folder, 'folder'));
    const body: PreparedBody = { type: 'file', file, holdsSecret: false };
    const { attempts, variable } = await fixture.execute({ method: 'PUT', url: server.origin, body });
    expect(variable).toMatchObject({
      status: 'exception',
      status_code: null,
      error: `The file ${file} could not be read (${file === 'folder' ? 'EISDIR' : 'ENOENT'}).`,
      error_detail: { code: 'body-file-unreadable', phase: 'prepare', attempts: 0 },
    });
    expect(attempts).toEqual([]);
    expect(server.server.connections).toEqual([]);
  });

  it('of a file that is gone by the second attempt is sent from the file that was opened', async () => {
    await using fixture = await ExecutorFixture.create();
    const file = path.join(fixture.folder, 'note.txt');
    await writeFile(file, 'first and second');
    await using server = await HttpRecorder.start(async (_request, number) => {
      if (number === 0) await rm(file);
      return answer(number === 0 ? 503 : 200);
    });
    const body: PreparedBody = { type: 'file', file: 'note.txt', holdsSecret: false };
    await fixture.execute(
      { method: 'PUT', url: server.origin, body },
      { retry: { retries: 1, firstDelayMs: 0 } },
    );
    expect(server.requests.map(({ body: received }) => received)).toEqual(Array(2).fill('first and second'));
  });

  it('of a file that shrinks while it is sent ends the call instead of hanging', async () => {
    await using fixture = await ExecutorFixture.create();
    const file = path.join(fixture.folder, 'log.txt');
    await writeFile(file, Buffer.alloc(40 * 1024 * 1024));
    await using server = await RawServer.start(async ({ socket }) => {
      socket.pause();
      await truncate(file, 10);
      socket.resume();
    });
    const body: PreparedBody = { type: 'file', file: 'log.txt', holdsSecret: false };
    const { variable } = await fixture.execute({ method: 'PUT', url: server.origin, body });
    expect(variable.error_detail).toEqual({ code: 'internal-error-after-send', phase: 'send', attempts: 1 });
    expect(fixture.defects).toHaveLength(1);
  });

  it('may be answered before it is sent: the answer counts, and the connection is not used again', async () => {
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.pause();
      socket.write(answer(413, { 'Content-Type': 'text/plain' }, 'too much'));
    });
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute({
      method: 'POST',
      url: server.origin,
      body: bytesBody(Buffer.alloc(32 * 1024 * 1024)),
    });
    expect(variable).toMatchObject({ status: 'error', status_code: 413, body: 'too much' });
    const connection = await server.connection();
    connection.socket.resume();
    await connection.closed();
  });
});
