// Bodies are kept in memory or in a file by their size, and have to read the same from both.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ExecutorFixture } from '../../support/executor-fixture.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { startTypescript } from '../../support/typescript-child.ts';

const storeBodyOnce = new URL('../../support/store-body-once.ts', import.meta.url);

const mega = 1024 * 1024;

/** An answer whose body is given as bytes. */
function answerOf(body: Uint8Array, headers: Readonly<Record<string, string>>): Buffer {
  const all = { ...headers, 'Content-Length': String(body.byteLength) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 200 X\r\n${lines.join('')}\r\n`), body]);
}

async function received(body: Uint8Array, headers: Readonly<Record<string, string>>) {
  await using server = await HttpRecorder.start(() => answerOf(body, headers));
  const fixture = await ExecutorFixture.create();
  const result = await fixture.execute({ url: server.origin });
  return { ...result, fixture };
}

describe('A body', () => {
  it('of exactly 1 MB stays in memory and makes no file', async () => {
    const { body, fixture, variable } = await received(Buffer.alloc(mega, 'x'), {
      'Content-Type': 'text/plain',
    });
    await using _ = fixture;
    expect(body.file).toBeNull();
    expect(variable.body).toBe('x'.repeat(mega));
    expect(await fixture.files()).toEqual([]);
  });

  it('of more than 1 MB lies in one file of the run that only the user can read', async () => {
    const bytes = Buffer.alloc(mega + 1, 'xyz');
    const { body, fixture, variable } = await received(bytes, { 'Content-Type': 'text/plain' });
    await using _ = fixture;
    expect(variable.body).toBe(bytes.toString());
    expect(await fixture.files()).toHaveLength(1);
    expect((await stat(body.file!)).mode & 0o777).toBe(0o600);
    expect(body).toMatchObject({ kind: 'text', contentType: 'text/plain', sizeBytes: mega + 1 });
  });

  it('can be read by ranges, in memory and in a file, up to its end and not further', async () => {
    for (const size of [10, 3 * mega]) {
      const bytes = Buffer.alloc(size, '0123456789');
      const { body, fixture } = await received(bytes, { 'Content-Type': 'text/plain' });
      await using _ = fixture;
      expect(Buffer.from(await body.read(3, 7)).toString()).toBe('3456');
      expect(Buffer.from(await body.read(size - 2, size + 50))).toEqual(bytes.subarray(size - 2));
      expect(await body.read(size, size + 5)).toHaveLength(0);
    }
  });

  it('of binary data is given inline up to 1 MB and by its file above', async () => {
    const small = await received(Buffer.from([1, 2, 255]), { 'Content-Type': 'image/png' });
    await using _small = small.fixture;
    expect(small.variable.body).toEqual({ content_type: 'image/png', size: 3, base64: 'AQL/' });
    const large = await received(Buffer.alloc(mega + 1), { 'Content-Type': 'image/png' });
    await using _large = large.fixture;
    const [file] = await large.fixture.files();
    // A name in the folder of the run, which says nothing about where the user keeps anything.
    expect(large.variable.body).toEqual({ content_type: 'image/png', size: mega + 1, file });
    expect(large.body).toMatchObject({ kind: 'binary', file: path.join(large.fixture.folder, file!) });
  });

  it('of JSON is a value at any size', async () => {
    const list = Array.from({ length: 200_000 }, (_, index) => index);
    const { body, fixture, variable } = await received(Buffer.from(JSON.stringify(list)), {
      'Content-Type': 'application/json',
    });
    await using _ = fixture;
    expect(body.file).not.toBeNull();
    expect(variable.body).toEqual(list);
  });

  it.each([100, 2 * mega])('of %d characters in another charset is read back as UTF-8', async (size) => {
    const { body, fixture, variable } = await received(Buffer.alloc(size, 0xe9), {
      'Content-Type': 'text/plain; charset=iso-8859-1',
    });
    await using _ = fixture;
    expect(variable.body).toBe('é'.repeat(size));
    expect(body.sizeBytes).toBe(2 * size);
    expect(Buffer.from(await body.read(0, 4)).toString()).toBe('éé');
    expect(await fixture.files()).toHaveLength(size > mega ? 1 : 0);
  });

  it.each(['gzip', 'br'])(
    'that is packed small and large inside (%s) is unpacked into a file',
    async (coding) => {
      const text = Buffer.alloc(3 * mega, 'abcdefgh');
      const packed = coding === 'gzip' ? gzipSync(text) : brotliCompressSync(text);
      const { body, fixture, variable } = await received(packed, {
        'Content-Type': 'text/plain',
        'Content-Encoding': coding,
      });
      await using _ = fixture;
      expect(variable.body).toBe(text.toString());
      expect(body.sizeBytes).toBe(3 * mega);
    },
  );
});

describe('A file of a body', () => {
  it('is removed when the body is cut', async () => {
    const head = `HTTP/1.1 200 X\r\nContent-Length: ${3 * mega}\r\n\r\n`;
    await using server = await HttpRecorder.start(() => ({
      bytes: head + 'x'.repeat(2 * mega),
      then: 'close',
    }));
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute({ url: server.origin });
    expect(variable).toMatchObject({
      status: 'failure',
      error: `127.0.0.1 ended the connection before the answer was complete (${2 * mega} of ${3 * mega} bytes).`,
    });
    await expect.poll(() => fixture.files()).toEqual([]);
  });

  it('is removed when the call goes on with another attempt', async () => {
    const bodies = [Buffer.alloc(2 * mega, 'a'), Buffer.from('b')];
    await using server = await HttpRecorder.start((_request, number) =>
      Buffer.concat([
        Buffer.from(
          `HTTP/1.1 ${number === 0 ? 503 : 200} X\r\nContent-Length: ${bodies[number]!.length}\r\n\r\n`,
        ),
        bodies[number]!,
      ]),
    );
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute(
      { url: server.origin },
      { retry: { retries: 1, firstDelayMs: 0 } },
    );
    expect(variable.body).toBe('b');
    expect(await fixture.files()).toEqual([]);
  });

  it('of which the disk took only a part is a failed write and no body', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'flowbench-store-'));
    // The limit cuts the write in the middle and without an error, as a disk does that is full from there on.
    const limit = 'trap "" XFSZ; ulimit -f 4096';
    const stored = startTypescript(storeBodyOnce, [folder, String(2 * mega + 100)], limit);
    expect(JSON.parse(await stored.line())).toBe('EFBIG');
    expect(await stored.ended).toBe(0);
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('that cannot be written is a defect of ours and ends the call', async () => {
    const bytes = Buffer.alloc(2 * mega);
    await using server = await HttpRecorder.start(() => answerOf(bytes, {}));
    await using fixture = await ExecutorFixture.create({}, { bodyFolder: () => Promise.resolve('/nowhere') });
    const { variable } = await fixture.execute({ url: server.origin });
    expect(variable.error_detail).toEqual({ code: 'internal-error-after-send', phase: 'read', attempts: 1 });
    expect(fixture.defects).toHaveLength(1);
  });
});

describe('A body packed as zstd', () => {
  // Made by the reference implementation: zstd 1.5.4, levels 3 and 19.
  const json = 'KLUv/QRoUQAAeyJhIjoiw6kifde6IoI=';

  it('is unpacked', async () => {
    const { fixture, variable, warnings } = await received(Buffer.from(json, 'base64'), {
      'Content-Type': 'application/json',
      'Content-Encoding': 'zstd',
    });
    await using _ = fixture;
    expect(variable).toMatchObject({ status: 'success', body: { a: 'é' } });
    expect(warnings).toEqual([]);
  });

  it('that is empty has no content', async () => {
    const { fixture, variable } = await received(Buffer.alloc(0), { 'Content-Encoding': 'zstd' });
    await using _ = fixture;
    expect(variable).toMatchObject({ status: 'success', body: null });
  });
});
