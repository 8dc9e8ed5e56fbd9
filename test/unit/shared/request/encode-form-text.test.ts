// Forms are encoded by the rule of the URL standard, held here against Node's own implementation.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFormText } from '#shared/request/encode-form-text.ts';

describe('encodeFormText', () => {
  it.each([
    ['a b+c', 'a+b%2Bc'],
    ['*-._~', '*-._%7E'],
    ['a&b=c', 'a%26b%3Dc'],
    ['é😀', '%C3%A9%F0%9F%98%80'],
    ['\ud800', '%EF%BF%BD'],
    ['\r\n', '%0D%0A'],
  ])('writes %j as %s', (text, expected) => {
    expect(encodeFormText(text)).toBe(expected);
  });

  it('writes any text as the URL standard does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(`${encodeFormText(text)}=`).toBe(new URLSearchParams([[text, '']]).toString());
      }),
    );
  });
});
