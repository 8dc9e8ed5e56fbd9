import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeComponent, encodeFormText } from '#shared/request/encode-component.ts';

/** Node writes a lone surrogate as U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

const anyText = fc.string({ unit: 'binary' });

describe('encodeComponent', () => {
  it.each([
    ['-._~azAZ09', '-._~azAZ09'],
    ["!*'()", '%21%2A%27%28%29'],
    ['a b+c', 'a%20b%2Bc'],
    ['100%25', '100%2525'],
    ['é😀', '%C3%A9%F0%9F%98%80'],
    ['\ud800', '%EF%BF%BD'],
    ['\r\n\0', '%0D%0A%00'],
  ])('writes %j as %s', (text, expected) => {
    expect(encodeComponent(text)).toBe(expected);
  });

  it('leaves nothing but unreserved characters and gives the text back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(encodeComponent(text)).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(encodeComponent(text))).toBe(wellFormed(text));
      }),
    );
  });
});

describe('encodeFormText', () => {
  it('writes any text as the URL standard does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(`${encodeFormText(text)}=`).toBe(new URLSearchParams([[text, '']]).toString());
      }),
    );
  });
});
