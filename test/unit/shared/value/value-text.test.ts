// How a value reads in a message is promised in the guide.
import { describe, expect, it } from 'vitest';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { kindOfValue } from '#shared/value/value-kinds.ts';
import { valueText } from '#shared/value/value-text.ts';

describe('the text of a value', () => {
  it.each([
    ['a "b"', 'a "b"'],
    [0, '0'],
    [-1.5, '-1.5'],
    [false, 'false'],
    [null, ''],
    [[1, 'x', null], '[1,"x",null]'],
    [{ a: { b: new ExactNumber('1.0') } }, '{"a":{"b":1.0}}'],
    [new ExactNumber('12345678901234567890'), '12345678901234567890'],
  ])('is for %j', (value, text) => {
    expect(valueText(value)).toBe(text);
  });
});

describe('the kind of a value', () => {
  it.each([
    [null, 'null'],
    [true, 'boolean'],
    [1, 'number'],
    [new ExactNumber('1.0'), 'number'],
    ['', 'text'],
    [[], 'list'],
    [{}, 'object'],
  ])('is for %j', (value, kind) => {
    expect(kindOfValue(value)).toBe(kind);
  });
});
