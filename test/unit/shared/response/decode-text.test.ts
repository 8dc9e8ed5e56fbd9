// Charsets, marks and broken bytes: the text must be what the server meant.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, decodeUtf8, validUtf8Prefix } from '#shared/response/decode-text.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  it.each([
    ['a UTF-8 mark', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'iso-8859-1', 'é'],
    ['a big-endian mark', bytes(0xfe, 0xff, 0x00, 0xe9), 'utf-8', 'é'],
    ['a little-endian mark', bytes(0xff, 0xfe, 0xe9, 0x00), null, 'é'],
    ['only a mark', bytes(0xef, 0xbb, 0xbf), null, ''],
  ])('believes %s before the charset', (_, content, charset, text) => {
    expect(decodeText(content, charset)).toEqual({ text, assumed: false });
  });

  it('drops one mark and keeps a second one, which is content', () => {
    expect(decodeText(utf8('\ufeff\ufeffa'), 'utf-8').text).toBe('\ufeffa');
  });

  it.each([
    ['Shift_JIS', bytes(0x93, 0xfa, 0x96, 0x7b), '日本'],
    ['utf-16le', bytes(0xe9, 0x00), 'é'],
    [' UTF-8 ', utf8('é'), 'é'],
    ['koi8-r', bytes(0xcb, 0xcc, 0xc0, 0xde), 'ключ'],
  ])('believes the charset %s', (charset, content, text) => {
    expect(decodeText(content, charset)).toEqual({ text, assumed: false });
  });

  it('replaces what does not fit the charset that was announced', () => {
    expect(decodeText(bytes(0x61, 0xe9, 0x62), 'utf-8')).toEqual({ text: 'a\ufffdb', assumed: false });
  });

  it.each([null, 'nonsense', '', 'iso-2022-kr'])(
    'takes valid UTF-8 for it under the charset %s',
    (charset) => {
      expect(decodeText(utf8('é'), charset)).toEqual({ text: 'é', assumed: false });
    },
  );

  it('assumes windows-1252 for the rest and says so', () => {
    expect(decodeText(bytes(0xe9, 0x80), null)).toEqual({ text: 'é€', assumed: true });
  });

  // index-windows-1252.txt of the Encoding standard, 0x80 to 0x9F.
  const standard = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
    0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ];

  it.each(['windows-1252', 'latin1', 'iso-8859-1', 'us-ascii', 'ASCII'])(
    'reads %s as windows-1252, byte by byte as the Encoding standard says',
    (label) => {
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      const expected = Array.from(all, (byte) => standard[byte - 0x80] ?? byte);
      const { text } = decodeText(all, label);
      expect(Array.from(text, (character) => character.codePointAt(0))).toEqual(expected);
    },
  );

  it('reads a long text whole', () => {
    const long = new Uint8Array(100_001).fill(0xe9);
    expect(decodeText(long, 'latin1').text).toBe('é'.repeat(100_001));
  });

  it('gives back every text that was encoded as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const expected = text.startsWith('\ufeff') ? text.slice(1) : text;
        expect(decodeText(utf8(text), null)).toEqual({ text: expected, assumed: false });
      }),
    );
  });

  it('makes some text of any bytes under any charset', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string()), (content, charset) => {
        expect(decodeText(content, charset).text).toBeTypeOf('string');
      }),
    );
  });
});

describe('decodeUtf8', () => {
  it('reads what is valid and nothing else', () => {
    expect(decodeUtf8(utf8('é 😀'))).toBe('é 😀');
    expect(decodeUtf8(bytes(0xe9))).toBeNull();
    expect(decodeUtf8(bytes(0xed, 0xa0, 0x80))).toBeNull();
    expect(decodeUtf8(bytes(0xc0, 0xaf))).toBeNull();
  });
});

describe('validUtf8Prefix', () => {
  it('ends before the first wrong byte', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array(), (text, rest) => {
        const content = Uint8Array.from([...utf8(text), 0xff, ...rest]);
        expect(validUtf8Prefix(content)).toBe(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8(text)),
        );
      }),
    );
  });

  it('ends there also behind many bytes, wherever a character is cut by how they are read', () => {
    for (const start of [0, 1, 2, 3, 4])
      for (const wrong of [65_530, 65_536, 65_537, 131_073]) {
        const text = 'x'.repeat(start) + '😀é€'.repeat(20_000);
        const content = utf8(text).slice();
        content[wrong] = 0xff;
        const expected = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content).split('\ufffd')[0];
        expect(validUtf8Prefix(content)).toBe(expected);
      }
  });

  it('of valid bytes is all of them', () => {
    expect(validUtf8Prefix(utf8('a😀'))).toBe('a😀');
    expect(validUtf8Prefix(bytes())).toBe('');
  });
});
