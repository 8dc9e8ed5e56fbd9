// Packed bodies arrive cut anywhere and damaged in any way; both must end in the right bytes or a named failure.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackBody } from '#electron/executor/unpack-body.ts';
import type { Packing } from '#shared/response/content-encoding.ts';
import { runs } from '../../../support/runs.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    await Promise.resolve();
    yield bytes.subarray(start, start + size);
  }
}

async function unpacked(bytes: Uint8Array, steps: readonly Packing[], size = 1e9): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of unpackBody(inPieces(bytes, size), steps)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const packers = {
  gzip: [gzipSync, 'gzip'],
  br: [brotliCompressSync, 'br'],
  'deflate with zlib header': [deflateSync, 'deflate'],
  'bare deflate': [deflateRawSync, 'deflate'],
} as const;

describe.each(Object.entries(packers))('A body packed as %s', (_name, [pack, packing]) => {
  it('is unpacked whatever it is and wherever it is cut into pieces', async () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 2_000 }),
      fc.string({ minLength: 1 }).map((text) => Buffer.from(text.repeat(200))),
    );
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
        // A first piece of one byte cannot tell the two forms of deflate apart for sure.
        const pieces = packing === 'deflate' ? size + 1 : size;
        expect(await unpacked(pack(bytes), [packing], pieces)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: runs(60) },
    );
  });

  it('is empty where no byte came', async () => {
    expect(await unpacked(Buffer.alloc(0), [packing])).toHaveLength(0);
  });

  it('is broken where it is cut', async () => {
    const whole = pack(Buffer.from('some text that is long enough to be cut somewhere'));
    await expect(unpacked(whole.subarray(0, whole.length - 8), [packing])).rejects.toThrow();
  });

  it('is broken where it is something else', async () => {
    await expect(unpacked(Buffer.from('~~~ this is no packed text ~~~'), [packing])).rejects.toThrow();
  });
});

describe('A body that was packed several times', () => {
  it('is unpacked in the order of the steps', async () => {
    const packed = brotliCompressSync(gzipSync(Buffer.from('twice')));
    expect((await unpacked(packed, ['br', 'gzip'], 3)).toString()).toBe('twice');
  });

  it('is left as it is without a step', async () => {
    expect((await unpacked(Buffer.from('plain'), [])).toString()).toBe('plain');
  });
});

describe('Whoever stops reading', () => {
  it('stops the unpacking and what it reads from', async () => {
    let open = true;
    async function* endless(): AsyncIterable<Uint8Array> {
      try {
        const packed = gzipSync(Buffer.alloc(1e6));
        for (;;) yield await Promise.resolve(packed);
      } finally {
        open = false;
      }
    }
    for await (const _piece of unpackBody(endless(), ['gzip'])) break;
    await expect.poll(() => open).toBe(false);
  });
});
