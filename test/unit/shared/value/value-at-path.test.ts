// Paths come from templates; they reach what a value holds and nothing that JavaScript adds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { readJson } from '#shared/value/read-json.ts';
import { valueAtPath } from '#shared/value/value-at-path.ts';
import { anyValue } from '../../../support/any-value.ts';

const order = {
  id: 7,
  lines: [{ sku: 'kettle' }, { sku: 'cup', tags: ['a', null] }],
  note: null,
  name: 'Añ',
};

describe('the value at a path', () => {
  it.each([
    [['id'], 7],
    [['lines', '1', 'sku'], 'cup'],
    [['lines', '1', 'tags', '1'], null],
    [['lines', 'length'], 2],
    [['name', 'length'], 2],
    [[], order],
  ])('finds %j', (path, value) => {
    expect(valueAtPath(order, path)).toEqual(value);
  });

  it.each([
    [['lines', '2']],
    [['lines', '-1']],
    [['lines', '01']],
    [['lines', '1e0']],
    [['lines', 'map']],
    [['note', 'x']],
    [['name', '0']],
    [['name', 'toUpperCase']],
    [['constructor']],
    [['constructor', 'name']],
    [['__proto__']],
    [['hasOwnProperty']],
    [['id', 'toFixed']],
    [['length']],
  ])('leads nowhere for %j', (path) => {
    expect(valueAtPath(order, path)).toBeUndefined();
  });

  it('leads nowhere into an exact number', () => {
    expect(valueAtPath({ n: new ExactNumber('1.10') }, ['n', 'text'])).toBeUndefined();
  });

  it('finds own keys whatever their names are', () => {
    const read = readJson('{"__proto__":{"constructor":1}}');
    expect(valueAtPath(read.ok ? read.value : null, ['__proto__', 'constructor'])).toBe(1);
  });

  it('reaches a prototype from no value', () => {
    const inherited = [
      'constructor',
      '__proto__',
      'toString',
      'valueOf',
      'push',
      'at',
      'text',
      'hasOwnProperty',
    ];
    fc.assert(
      fc.property(anyValue, fc.constantFrom(...inherited), (value, key) => {
        const own = typeof value === 'object' && value !== null && !(value instanceof ExactNumber);
        if (!own || !Object.hasOwn(value, key)) expect(valueAtPath(value, [key])).toBeUndefined();
      }),
    );
  });
});
