// An encoder knows the place of a value by following the text; every place and every cut is tried.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonPosition } from '#shared/template/encoders/json-position.ts';
import { percentEncode } from '#shared/template/encoders/percent-encode.ts';
import { refuseBrokenJson } from '#shared/template/encoders/refuse-broken-json.ts';
import { UrlPosition } from '#shared/template/encoders/url-position.ts';
import { readJson } from '#shared/value/read-json.ts';
import { runs } from '../../../../support/runs.ts';

describe('the position in a JSON text', () => {
  it.each([
    ['', 'value'],
    ['{"a":', 'value'],
    ['{"a":"', 'string'],
    ['{"a":"x"', 'value'],
    ['{"a\\"', 'string'],
    ['{"a\\\\"', 'value'],
    ['"\\', 'escape'],
    ['"\\u', 'escape'],
    ['"\\u00', 'escape'],
    ['"\\u0041', 'string'],
    ['"\\\\', 'string'],
    ['\\', 'value'],
    ['{} [] \' "', 'string'],
  ])('behind %j is in a %s', (text, expected) => {
    expect(positionOf([text])).toBe(expected);
  });

  it('does not depend on how the text came in pieces', () => {
    const pieces = fc.array(fc.constantFrom('"', '\\', 'u', '0041', 'a', '{', ':', '\\"', '\\\\'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(positionOf(parts)).toBe(positionOf([parts.join('')]));
      }),
    );
  });

  it('is a value position behind every whole JSON text', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(positionOf([json])).toBe('value');
      }),
    );
  });
});

describe('the check of a JSON body', () => {
  it('refuses exactly what the lossless reader refuses', () => {
    const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', '.5', 'null', 'x', ' '];
    const text = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (body) => {
        const check = () =>
          refuseBrokenJson(body, [{ text: body, from: 'literal', start: 0, end: body.length }], body);
        if (readJson(body).ok) expect(check).not.toThrow();
        else expect(check).toThrow('body-json-invalid');
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('the position in an address', () => {
  it.each([
    ['', 'start'],
    ['ht', 'scheme'],
    ['https:', 'scheme-colon'],
    ['https:/', 'scheme-slash'],
    ['https://', 'authority'],
    ['https://h.test:80', 'authority'],
    ['https://h.test/', 'path'],
    ['https://h.test\\', 'path'],
    ['https://h.test?', 'query'],
    ['https://h.test#', 'fragment'],
    ['https://h.test/a?b/c', 'query'],
    ['https://h.test/a?b#c?d', 'fragment'],
    ['h.test/v1', 'path'],
    ['?q', 'query'],
    ['https:x', 'path'],
  ])('behind %j is the %s', (text, part) => {
    const position = new UrlPosition<string>('start', () => undefined);
    position.follow(text, null);
    expect(position.part).toBe(part);
  });

  it.each([
    [['/a/', '<..>', '/b'], ['..']],
    [['/a/.', '<.>'], ['..']],
    [['/a/', '<.>', '?q'], ['.']],
    [['/a/%2e', '<.>', '#f'], ['..']],
    [['/a/', '<.\t.>', '/'], ['..']],
    [['/a/.', '<>', './b'], ['..']],
    [['/a/', '<b/../c>', '/'], ['..']],
    [['/../', '<b>', '/..'], []],
    [['/a', '<..>', '/b'], []],
    [['/a/', '<...>', '/b'], []],
    [['/a?', '<../..>'], []],
  ])('%j has the dot segments %j of values', (pieces, segments) => {
    const found: string[] = [];
    const position = new UrlPosition<string>('path', (_value, segment) => found.push(segment));
    for (const piece of pieces) {
      const isValue = piece.startsWith('<');
      position.follow(isValue ? piece.slice(1, -1) : piece, isValue ? piece : null);
    }
    position.end();
    expect(found).toEqual(segments);
  });
});

describe('percent encoding', () => {
  it('keeps the unreserved characters of RFC 3986 and nothing else', () => {
    const unreserved = 'ABCXYZabcxyz0189-._~';
    expect(percentEncode(unreserved)).toBe(unreserved);
    expect(percentEncode(':/?#[]@!$&\'()*+,;=% "<>\\^`{|}')).toBe(
      '%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25%20%22%3C%3E%5C%5E%60%7B%7C%7D',
    );
  });

  it('comes back for every text without lone surrogates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(percentEncode(text)).toMatch(/^(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(percentEncode(text))).toBe(text.replace(/\p{Surrogate}/gu, '\ufffd'));
      }),
    );
  });
});

function positionOf(pieces: readonly string[]): string {
  const position = new JsonPosition();
  for (const piece of pieces) position.follow(piece);
  if (position.inEscape) return 'escape';
  return position.inString ? 'string' : 'value';
}
