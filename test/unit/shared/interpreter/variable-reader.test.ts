// State holds variables encoded; reading them must be exact and cheap.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyReferenceIn } from '#shared/interpreter/body-reference.ts';
import { plainVariables, variableReader, withVariable } from '#shared/interpreter/variable-reader.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { encodeValue, type PlainJson } from '#shared/value/value-codec.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { anyValueObject } from '../../../support/any-value.ts';

const reference = { $body: 'b1', size: 2_000_000, contentType: 'application/json' };
const never = () => {
  throw new Error('No body was asked for.');
};

describe('variableReader', () => {
  test('gives back what was encoded', () => {
    fc.assert(
      fc.property(anyValueObject, (values) => {
        expect(variableReader(never)(plainVariables(values))).toEqual(values);
      }),
    );
  });

  test('decodes a variable once, however often and in whatever state it is read', () => {
    const read = variableReader(never);
    const first = plainVariables({ order: { total: new ExactNumber('1.10') } });
    const second = withVariable(first, 'name', 'Ana');
    expect(read(first)).toBe(read(first));
    expect(read(second)['order']).toBe(read(first)['order']);
  });

  test('reads a large body when somebody walks into it, and not before', () => {
    const asked: string[] = [];
    const read = variableReader((handle) => {
      asked.push(handle);
      return { name: 'Ana' };
    });
    const { order } = read({ order: { status: 'success', body: reference, headers: {} } });
    expect(asked).toEqual([]);
    expect(order).toMatchObject({ status: 'success', body: { name: 'Ana' } });
    expect(asked[0]).toBe('b1');
  });

  test('keeps the members of a response in their order', () => {
    const read = variableReader(() => 'text');
    const { order } = read({ order: { status: 'success', body: reference, headers: {} } });
    expect(writeJson(order ?? null)).toBe('{"status":"success","body":"text","headers":{}}');
  });

  test('does not take data for a reference', () => {
    const body = { $body: 'b1', size: 1, contentType: null };
    const plain = plainVariables({ order: { body } });
    expect(variableReader(never)(plain)).toEqual({ order: { body } });
  });

  test('keeps a variable named __proto__ as data', () => {
    const variables = withVariable({}, '__proto__', 'mine');
    const values = variableReader(never)(variables);
    expect(Object.keys(values)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(variables).toEqual(plainVariables(Object.fromEntries([['__proto__', 'mine']])));
  });
});

describe('withVariable', () => {
  test('replaces a value and leaves the rest alone', () => {
    const before = plainVariables({ a: 1, b: 2 });
    expect(withVariable(before, 'a', encodeValue(new ExactNumber('1.0')))).toEqual({
      a: { $number: '1.0' },
      b: 2,
    });
    expect(before).toEqual({ a: 1, b: 2 });
  });
});

describe('bodyReferenceIn', () => {
  test.each<[PlainJson | undefined, boolean]>([
    [reference, true],
    [{ ...reference, contentType: null }, true],
    [{ $body: 'b1' }, false],
    [{ $body: 1, size: 1 }, false],
    ['b1', false],
    [null, false],
    [undefined, false],
  ])('%j', (json, is) => {
    expect(bodyReferenceIn(json) !== null).toBe(is);
  });
});
