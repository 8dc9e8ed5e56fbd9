// A server that accepts connections and refuses clients is no display; neither is one that never answers.
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { greetX11, readXauthority, setupRequest } from '../../../scripts/steps/greet-x11.mjs';

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value, 'latin1');
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
};
const entry = (display: string, cookie: string): Buffer =>
  Buffer.concat([Buffer.from([1, 0]), text('desk'), text(display), text('MIT-MAGIC-COOKIE-1'), text(cookie)]);

describe('an .Xauthority file', () => {
  it('gives its entries', () => {
    const entries = readXauthority(Buffer.concat([entry('0', 'one'), entry('', 'two')]));
    expect(entries.map(({ display, cookie }) => [display, cookie.toString()])).toEqual([
      ['0', 'one'],
      ['', 'two'],
    ]);
  });

  it('gives what comes before the damage', () => {
    const whole = entry('0', 'one');
    for (let length = 1; length < whole.length; length += 1) {
      expect(readXauthority(Buffer.concat([whole, whole.subarray(0, length)]))).toHaveLength(1);
    }
  });
});

describe('the first request of the X11 protocol', () => {
  it('is twelve bytes without a credential', () => {
    expect([...setupRequest(null)]).toEqual([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('carries name and cookie, each padded to four bytes', () => {
    const cookie = Buffer.alloc(16, 7);
    const request = setupRequest({ display: '0', name: 'MIT-MAGIC-COOKIE-1', cookie });
    expect(request.readUInt16LE(6)).toBe(18);
    expect(request.readUInt16LE(8)).toBe(16);
    expect(request.subarray(12, 30).toString()).toBe('MIT-MAGIC-COOKIE-1');
    expect(request.subarray(32)).toEqual(cookie);
  });
});

describe('greeting a server', () => {
  const toClose: net.Server[] = [];
  afterEach(() => toClose.splice(0).forEach((server) => server.close()));

  async function serve(answer: (request: Buffer, socket: net.Socket) => void): Promise<number> {
    const server = net.createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', (request) => answer(request, socket));
    });
    toClose.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as net.AddressInfo).port;
  }
  const greet = (port: number, env: NodeJS.ProcessEnv = { XAUTHORITY: '/nonexistent' }) =>
    greetX11({ number: 0, sockets: [{ host: '127.0.0.1', port }] }, env);

  it('succeeds where it accepts', async () => {
    const port = await serve((_request, socket) => socket.end(Buffer.from([1, 0, 11, 0, 0, 0, 0, 0])));
    await expect(greet(port)).resolves.toBe(true);
  });

  it('fails where it refuses, and where it hangs up', async () => {
    const refusing = await serve((_request, socket) => socket.end(Buffer.from([0, 2, 11, 0, 0, 0, 1, 0])));
    await expect(greet(refusing)).resolves.toBe(false);
    const hangingUp = await serve((_request, socket) => socket.destroy());
    await expect(greet(hangingUp)).resolves.toBe(false);
  });

  it('tries every cookie of the display', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-test-'));
    const file = path.join(folder, 'authority');
    await writeFile(file, Buffer.concat([entry('7', 'other'), entry('0', 'stale'), entry('0', 'right')]));
    const seen: string[] = [];
    const port = await serve((request, socket) => {
      const cookie = request.subarray(32).toString().replaceAll('\0', '');
      seen.push(cookie);
      socket.end(Buffer.from([cookie === 'right' ? 1 : 0]));
    });
    await expect(greet(port, { XAUTHORITY: file })).resolves.toBe(true);
    expect(seen).toEqual(['stale', 'right']);
    await rm(folder, { recursive: true });
  });
});
