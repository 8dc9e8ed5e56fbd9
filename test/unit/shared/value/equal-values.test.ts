// Equality decides what conditions do, so it must not depend on how a value was written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalValues, valueIdentity } from '#shared/value/equal-values.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { readJson } from '#shared/value/read-json.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { anyValue } from '../../../support/any-value.ts';

describe('equal values', () => {
  it.each([
    [1, new ExactNumber('1.0')],
    [new ExactNumber('1E2'), 100],
    [null, null],
    [[], []],
    [
      { a: 1, b: [2] },
      { b: [new ExactNumber('2.0')], a: 1 },
    ],
    [new ExactNumber('1E999999999'), new ExactNumber('1E999999999')],
  ])('%j and %j', (left, right) => {
    expect(equalValues(left, right)).toBe(true);
    expect(valueIdentity(left)).toBe(valueIdentity(right));
  });

  it.each([
    [5, '5'],
    [null, false],
    [0, false],
    ['', null],
    [[], {}],
    [[1], 1],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: null }],
    [{ a: 1 }, '{"a":1}'],
    [new ExactNumber('9007199254740993'), 9007199254740992],
  ])('not %j and %j', (left, right) => {
    expect(equalValues(left, right)).toBe(false);
    expect(valueIdentity(left)).not.toBe(valueIdentity(right));
  });

  it('are a value and what is read from its JSON', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const read = readJson(writeJson(value));
        expect(read.ok && equalValues(value, read.value)).toBe(true);
      }),
    );
  });

  it('are those with one identity', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        expect(equalValues(left, right)).toBe(valueIdentity(left) === valueIdentity(right));
      }),
    );
  });
});
