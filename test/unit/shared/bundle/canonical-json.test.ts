// One text for one value, whatever order its keys came in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import { equalValues } from '#shared/value/equal-values.ts';
import { readJson } from '#shared/value/read-json.ts';
import { isValueList, isValueObject } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { anyValue } from '../../../support/any-value.ts';
import { runs } from '../../../support/runs.ts';

describe('the canonical text of a value', () => {
  it('is what RFC 8785 gives for its example of keys (§3.2.3)', () => {
    const keys = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(keys).matchAll(/:"([^"]*)"/g)].map(([, name]) => name);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('has no spaces, and numbers as they are', () => {
    const read = readJson('{ "b": [1, 2.50, 12345678901234567890], "a": { } }');
    expect(read.ok && canonicalJson(read.value)).toBe('{"a":{},"b":[1,2.50,12345678901234567890]}');
  });

  it('does not depend on the order of keys, and gives the same value back', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(turned(value))).toBe(text);
        const read = readJson(text);
        expect(read.ok && equalValues(read.value, value)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});

function turned(value: Value): Value {
  if (isValueList(value)) return value.map(turned);
  if (!isValueObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, turned(item)]),
  );
}
