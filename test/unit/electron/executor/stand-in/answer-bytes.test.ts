// A stored answer becomes bytes that a real HTTP client reads back as the same answer.
import fc from 'fast-check';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { answerBytes, type StoredAnswer } from '#electron/executor/stand-in/answer-bytes.ts';
import { runs } from '../../../../support/runs.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const headersOf = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => ({ name, value, enabled: true }));

describe('the bytes of an answer', () => {
  const body = Buffer.from('{"a":1}');

  it('count the body where the headers have a length, and close where they have none', () => {
    const counted = answerBytes(
      { statusCode: 200, headers: headersOf(['Content-Length', '99']), body },
      'GET',
    );
    expect(text(counted.head)).toBe('HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n');
    expect(counted.endsByClosing).toBe(false);
    const open = answerBytes({ statusCode: 299, headers: [], body }, 'GET');
    expect(text(open.head)).toBe('HTTP/1.1 299 \r\n\r\n');
    expect(open.endsByClosing).toBe(true);
  });

  it('are one chunk where the headers say chunked, without a length beside it', () => {
    const headers = headersOf(['Transfer-Encoding', 'chunked'], ['Content-Length', '7']);
    const chunked = answerBytes({ statusCode: 200, headers, body }, 'GET');
    expect(text(chunked.head)).toBe('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
    expect(text(chunked.body)).toBe('7\r\n{"a":1}\r\n0\r\n\r\n');
  });

  it('have no body for HEAD, 204 and 304, and keep the length that was stored', () => {
    const headers = headersOf(['Content-Length', '99']);
    for (const [statusCode, method] of [
      [200, 'HEAD'],
      [204, 'GET'],
      [304, 'GET'],
    ] as const) {
      const bare = answerBytes({ statusCode, headers, body }, method);
      expect(bare.body).toHaveLength(0);
      expect(text(bare.head)).toContain('Content-Length: 99');
    }
  });

  it('leave out what would break the head', () => {
    const headers = [
      ...headersOf(['X-Two', 'a\r\nX-Evil: b'], ['not a name', 'x'], ['', 'x']),
      { name: 'X-Off', value: 'x', enabled: false },
    ];
    const { head } = answerBytes({ statusCode: 200, reason: 'Fine\nX-Evil: c', headers, body }, 'GET');
    expect(text(head)).toBe('HTTP/1.1 200 Fine X-Evil: c\r\nX-Two: a X-Evil: b\r\n\r\n');
  });

  it('are read back by a real client as what was stored', async () => {
    const value = fc.stringMatching(/^[!-~\u00a1-\u00ff]{1,12}$/);
    const name = fc.stringMatching(/^X-[A-Za-z]{1,8}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(200, 201, 404, 503),
        fc.array(fc.tuple(name, value), { maxLength: 4 }),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('none', 'length', 'chunked'),
        async (statusCode, pairs, content, framing) => {
          const framed = {
            none: [],
            length: [['Content-Length', '']],
            chunked: [['Transfer-Encoding', 'chunked']],
          };
          const headers = headersOf(...pairs, ...(framed[framing as 'none'] as readonly [string, string][]));
          const read = await readBack({ statusCode, headers, body: content });
          expect(read.statusCode).toBe(statusCode);
          expect(read.headers.slice(0, pairs.length * 2)).toEqual(pairs.flat());
          expect(read.body).toEqual(Buffer.from(content));
        },
      ),
      { numRuns: runs(40) },
    );
  });
});

async function readBack(answer: StoredAnswer) {
  const { body, endsByClosing, head } = answerBytes(answer, 'GET');
  const server = net.createServer((socket) => {
    socket.once('data', () => {
      socket.write(head);
      socket.write(body);
      if (endsByClosing) socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise<{ statusCode: number; headers: readonly string[]; body: Buffer }>(
      (resolve, reject) => {
        const request = http.get({ port, host: '127.0.0.1', agent: false }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => {
            const { rawHeaders, statusCode = 0 } = response;
            resolve({ statusCode, headers: rawHeaders, body: Buffer.concat(parts) });
          });
        });
        request.on('error', reject);
      },
    );
  } finally {
    server.close();
  }
}
