// Values cross processes and files as plain JSON and must come back exactly as they were.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { readJson } from '#shared/value/read-json.ts';
import { decodeValue, encodeValue } from '#shared/value/value-codec.ts';
import { anyValue } from '../../../support/any-value.ts';

describe('values as plain JSON', () => {
  it('tags an exact number', () => {
    expect(encodeValue([new ExactNumber('1.10'), 1])).toEqual([{ $number: '1.10' }, 1]);
  });

  it('escapes keys of the data that look like a tag', () => {
    expect(encodeValue({ $number: '1.10' })).toEqual({ $$number: '1.10' });
    expect(encodeValue({ $$ref: 1, a$: 2 })).toEqual({ $$$ref: 1, a$: 2 });
  });

  it('renames __proto__, which a naive copy would lose', () => {
    const read = readJson('{"__proto__":{"x":1}}');
    const value = read.ok ? read.value : null;
    expect(encodeValue(value)).toEqual({ $__proto__: { x: 1 } });
    expect(decodeValue(encodeValue(value))).toEqual(value);
  });

  it('takes a tag around an ordinary number for that number', () => {
    expect(decodeValue({ $number: '5' })).toBe(5);
  });

  it.each([
    [{ $number: '5x' }],
    [{ $number: 5 }],
    [{ $number: '1.10', more: 1 }],
    [{ $body: 'b_1', size: 2 }],
  ])('leaves %j alone, which is no number of ours', (json) => {
    expect(decodeValue(json)).toEqual(json);
  });

  it('gives back every value after a structured clone and after JSON', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const encoded = encodeValue(value);
        expect(decodeValue(structuredClone(encoded))).toEqual(value);
        expect(decodeValue(JSON.parse(JSON.stringify(encoded)) as never)).toEqual(value);
      }),
    );
  });

  it('survives a copy that knows nothing of own prototype keys', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(decodeValue(naiveCopy(encodeValue(value)) as never)).toEqual(value);
      }),
    );
  });
});

function naiveCopy(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(naiveCopy);
  if (typeof json !== 'object' || json === null) return json;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) copy[key] = naiveCopy(value);
  return copy;
}
