// Binary bodies become text by our own encoder, which has to agree with Node's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64 } from '#shared/response/base64.ts';

describe('base64', () => {
  // RFC 4648 §10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('writes "%s" as "%s"', (text, expected) => {
    expect(base64(new TextEncoder().encode(text))).toBe(expected);
  });

  it('writes any bytes as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });
});
