// The page reads bodies by ranges, which must never cut a character in two.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptBody } from '#electron/runs/kept-bodies.ts';
import { readBodyRange } from '#electron/runs/read-body-range.ts';

function body(bytes: Buffer, kind: 'text' | 'binary'): KeptBody {
  const handle = { handle: 'body-1', sizeBytes: bytes.length, contentType: null, kind };
  return {
    handle,
    file: null,
    cleanAt: 0,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  };
}

async function pieces(kept: KeptBody, length: number): Promise<Buffer[]> {
  const read: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const range = await readBodyRange(kept, offset, length);
    read.push(Buffer.from(range.base64, 'base64'));
    offset = range.nextOffset;
  }
  return read;
}

describe('readBodyRange', () => {
  test('gives text in pieces that can be decoded on their own and are the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 9 }),
        async (text, length) => {
          const bytes = Buffer.from(text, 'utf8');
          const read = await pieces(body(bytes, 'text'), length);
          expect(Buffer.concat(read)).toEqual(bytes);
          for (const piece of read) {
            expect(Buffer.from(piece.toString('utf8'), 'utf8')).toEqual(piece);
            expect(piece.length).toBeLessThanOrEqual(Math.max(length, 4));
          }
        },
      ),
    );
  });

  test('gives bytes exactly as many as were asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (bytes, length) => {
          const read = await pieces(body(Buffer.from(bytes), 'binary'), length);
          expect(Buffer.concat(read)).toEqual(Buffer.from(bytes));
          expect(read.slice(0, -1).every((piece) => piece.length === length)).toBe(true);
        },
      ),
    );
  });

  test('comes to an end also where a text is no UTF-8', async () => {
    const broken = Buffer.from(Array.from({ length: 50 }, () => 0x80));
    expect(Buffer.concat(await pieces(body(broken, 'text'), 1))).toEqual(broken);
  });

  test('gives nothing behind the end', async () => {
    expect(await readBodyRange(body(Buffer.from('abc'), 'text'), 10, 5)).toEqual({
      base64: '',
      nextOffset: null,
      sizeBytes: 3,
    });
  });
});
