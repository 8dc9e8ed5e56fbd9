// Our reader keeps digits that JSON.parse loses; in everything else it must agree with it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { maxJsonDepth, readJson } from '#shared/value/read-json.ts';
import type { Value } from '#shared/value/value.ts';
import { runs } from '../../../support/runs.ts';

describe('reading JSON', () => {
  it.each([
    ['null', null],
    [' true ', true],
    ['false', false],
    ['"a\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"', 'a"\\/\b\f\n\r\té😀'],
    ['"\\ud800"', '\ud800'],
    ['[]', []],
    ['[1, [2.5, "x"]]', [1, [2.5, 'x']]],
    ['{}', {}],
    ['\t{"a" : {"b": [ ] }\r\n}', { a: { b: [] } }],
    ['{"a":1,"a":2}', { a: 2 }],
    ['-12.25', -12.25],
    ['1e+21', 1e21],
  ] as const)('reads %j', (text, value) => {
    expect(readJson(text)).toEqual({ ok: true, value });
  });

  it.each([
    '12345678901234567890',
    '1.10',
    '1E5',
    '-0',
    '0.1000000000000000055',
    '1e400',
    '9007199254740993',
  ])('keeps the digits of %s, which a double would not print again', (text) => {
    expect(readJson(text)).toEqual({ ok: true, value: new ExactNumber(text) });
  });

  it.each(['0', '1', '-1', '1.5', '9007199254740991', '5e-324', '1e+21'])(
    'keeps %s as a plain number',
    (text) => {
      expect(readJson(text)).toEqual({ ok: true, value: Number(text) });
    },
  );

  it('takes __proto__ and constructor for keys like any other', () => {
    const read = readJson('{"__proto__":{"x":1},"constructor":2}');
    const object = read.ok ? (read.value as Record<string, Value>) : {};
    expect(Object.keys(object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(object['x']).toBeUndefined();
  });

  it.each([
    ['', 1, 1, 0, 'The text ends where there should be a value.'],
    ['{"a":1,}', 1, 8, 7, 'There should be a key in double quotes and not "}".'],
    ['{"a" 1}', 1, 6, 5, 'There should be a colon and not "1".'],
    ['{"a":1 "b":2}', 1, 8, 7, 'There should be a comma or } and not "\\"".'],
    ['[1,]', 1, 4, 3, 'There should be a value and not "]".'],
    ['[1;2]', 1, 3, 2, 'There should be a comma or ] and not ";".'],
    ['{"a":1}\n}', 2, 1, 8, 'There should be the end of the text and not "}".'],
    ['"a', 1, 3, 2, 'The text ends where there should be a closing double quote.'],
    ['["a\nb"]', 1, 4, 3, 'A string may not hold a line end; write it as an escape.'],
    ['"\u0001"', 1, 2, 1, 'A string may not hold a control character; write it as an escape.'],
    ['"\\x"', 1, 3, 2, 'There should be one of " \\ / b f n r t u after the backslash and not "x".'],
    ['"\\u00g0"', 1, 6, 5, 'There should be four hexadecimal digits after \\u and not "g".'],
    ['nul', 1, 4, 3, 'The text ends where there should be the word null.'],
    ['trap', 1, 3, 2, 'There should be the word true and not "a".'],
    ['01', 1, 2, 1, 'There should be the end of the text and not "1".'],
    ['-', 1, 2, 1, 'The text ends where there should be a value.'],
    ['1.', 1, 3, 2, 'The text ends where there should be a digit.'],
    ['1e+', 1, 4, 3, 'The text ends where there should be a digit.'],
    ['+1', 1, 1, 0, 'There should be a value and not "+".'],
    ["'a'", 1, 1, 0, 'There should be a value and not "\'".'],
    ['{"a":1 /* c */}', 1, 8, 7, 'There should be a comma or } and not "/".'],
    ['[\r\n1,\r2,\n😀]', 4, 1, 9, 'There should be a value and not "😀".'],
    ['\ufeff1', 1, 1, 0, 'There should be a value and not "\ufeff".'],
  ])('says where %j stops being JSON', (text, line, column, offset, message) => {
    expect(readJson(text)).toEqual({
      ok: false,
      failure: { code: 'json-invalid', message, line, column, offset },
    });
  });

  it('opens as many brackets as it promises and refuses one more', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(readJson(nested(maxJsonDepth)).ok).toBe(true);
    expect(readJson(nested(maxJsonDepth + 1))).toMatchObject({
      ok: false,
      failure: { offset: maxJsonDepth },
    });
  });

  it('refuses 200,000 brackets instead of overflowing the stack', () => {
    expect(readJson('['.repeat(200_000))).toMatchObject({
      failure: { message: 'More than 1,000 brackets are open here.' },
    });
    expect(readJson('{"a":'.repeat(200_000))).toMatchObject({ ok: false });
  });

  it('accepts and refuses what JSON.parse does', () => {
    const fragments = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      '.5',
      'e3',
      'null',
      'tru',
      '\\',
      ' ',
      '\n',
    ];
    const text = fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (json) => {
        expect(readJson(json).ok).toBe(parses(json));
      }),
      { numRuns: runs(3000) },
    );
  });

  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const plain = JSON.parse(JSON.stringify(json)) as unknown;
        expect(readJson(JSON.stringify(json))).toEqual({ ok: true, value: plain });
      }),
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
