// Node 20 cannot unpack zstd; the library that does so is held against the format's odd cases.
import { describe, expect, it } from 'vitest';
import { tryUnpackZstd } from '#electron/executor/unpack-zstd.ts';
import { ZstdFrames } from '#electron/executor/zstd-frames.ts';

// Made by the reference implementation, zstd 1.5.4.
const one = Buffer.from('KLUv/QRYGQAAb25l9qEIJA==', 'base64');
const twoWithoutChecksum = Buffer.from('KLUv/QBYGQAAdHdv', 'base64');
const foxes = Buffer.from(
  'KLUv/aSQXwEAvQEA1AJ0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nLiABAAX7grkqA354pP8=',
  'base64',
);
/** A frame for whoever passes over what it does not know (RFC 8878 §3.1.2). */
const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    await Promise.resolve();
    yield bytes.subarray(start, start + size);
  }
}

async function unpacked(bytes: Uint8Array, size = 1e9): Promise<{ text: string; unreadable: boolean }> {
  const pieces: Uint8Array[] = [];
  let unreadable = false;
  for await (const piece of tryUnpackZstd(inPieces(bytes, size), () => (unreadable = true)))
    pieces.push(piece);
  return { text: Buffer.concat(pieces).toString('latin1'), unreadable };
}

/** A frame header with a window descriptor, and one block of literal bytes. */
function frameWithWindow(descriptor: number): Buffer {
  return Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, descriptor, 0b1_1001, 0, 0, 0x61, 0x62, 0x63]);
}

describe('A zstd stream', () => {
  it.each([1, 2, 5, 1e9])('is unpacked from pieces of %d bytes', async (size) => {
    expect(await unpacked(one, size)).toEqual({ text: 'one', unreadable: false });
    expect((await unpacked(foxes, size)).text).toBe(
      'the quick brown fox jumps over the lazy dog. '.repeat(2_000),
    );
  });

  it.each([1, 4, 1e9])('may have several frames, also such as are to be passed over (%d)', async (size) => {
    const stream = Buffer.concat([one, skippable, twoWithoutChecksum, one]);
    expect((await unpacked(stream, size)).text).toBe('onetwoone');
  });

  it('of no bytes is empty', async () => {
    expect(await unpacked(Buffer.alloc(0))).toEqual({ text: '', unreadable: false });
  });

  it.each([
    ['something else', Buffer.from('this is not packed at all, it is text')],
    ['a frame without a block', Buffer.from('KLUv/QABAg==', 'base64')],
    ['a frame that asks for a window of 128 MB', frameWithWindow(0x88)],
    [
      'a frame whose content size is beyond all limits',
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0x7f, 1, 0, 0]),
    ],
  ])('that is %s is passed through as it came', async (_name, bytes) => {
    for (const size of [3, 1e9])
      expect(await unpacked(bytes, size)).toEqual({ text: bytes.toString('latin1'), unreadable: true });
  });

  it('that breaks after its first block is an exception', async () => {
    const broken = Buffer.concat([one, one, one, Buffer.from('garbage after the end')]);
    await expect(unpacked(broken, 8)).rejects.toThrow();
  });
});

describe('The walk along zstd frames', () => {
  it.each([0x00, 0x58, 0x68])('accepts a window descriptor of %d, up to 8 MB', (descriptor) => {
    expect(() => new ZstdFrames().check(frameWithWindow(descriptor))).not.toThrow();
  });

  it.each([0x69, 0x70, 0xff])('refuses a window descriptor of %d, above 8 MB', (descriptor) => {
    expect(() => new ZstdFrames().check(frameWithWindow(descriptor))).toThrow('window');
  });

  it('looks at every frame, not only at the first', () => {
    const frames = new ZstdFrames();
    frames.check(Buffer.concat([one, skippable]));
    expect(() => frames.check(frameWithWindow(0xff))).toThrow('window');
  });

  it('reads a content size of 1, 2, 4 and 8 bytes as the window of a single segment', () => {
    const single = (descriptor: number, ...size: number[]) =>
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, descriptor, ...size, 1, 0, 0]);
    const check = (bytes: Buffer) => () => new ZstdFrames().check(bytes);
    expect(check(single(0x20, 255))).not.toThrow();
    expect(check(single(0x60, 255, 255))).not.toThrow();
    expect(check(single(0xa0, 0, 0, 128, 0))).not.toThrow();
    expect(check(single(0xa0, 1, 0, 128, 0))).toThrow('window');
    expect(check(single(0xe0, 0, 0, 128, 0, 0, 0, 0, 0))).not.toThrow();
    expect(check(single(0xe0, 0, 0, 0, 0, 1, 0, 0, 0))).toThrow('window');
  });
});
