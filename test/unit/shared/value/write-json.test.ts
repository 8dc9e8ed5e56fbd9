// What is written must be read back exactly, and look as JSON.stringify makes it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { readJson } from '#shared/value/read-json.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { anyValue } from '../../../support/any-value.ts';

describe('writing JSON', () => {
  it.each([
    [null, 'null'],
    [true, 'true'],
    [1.5, '1.5'],
    [Number.NaN, 'null'],
    ['a"\\\n\u0001\u2028é', '"a\\"\\\\\\n\\u0001\u2028é"'],
    ['\ud800x', '"\\ud800x"'],
    [[], '[]'],
    [{}, '{}'],
    [{ a: [1, new ExactNumber('1.10')], 'b"': null }, '{"a":[1,1.10],"b\\"":null}'],
    [new ExactNumber('12345678901234567890'), '12345678901234567890'],
  ])('writes %j', (value, json) => {
    expect(writeJson(value)).toBe(json);
  });

  it('indents every level by the spaces asked for', () => {
    expect(writeJson({ a: [1, { b: [] }], c: {} }, 2)).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": []\n    }\n  ],\n  "c": {}\n}',
    );
  });

  it('indents as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4 }), (json, indent) => {
        const plain = JSON.parse(JSON.stringify(json)) as never;
        expect(writeJson(plain, indent)).toBe(JSON.stringify(plain, null, indent));
      }),
    );
  });

  it('writes nothing that cannot be read back exactly', () => {
    fc.assert(
      fc.property(anyValue, fc.integer({ min: 0, max: 2 }), (value, indent) => {
        expect(readJson(writeJson(value, indent))).toEqual({ ok: true, value });
      }),
    );
  });
});
