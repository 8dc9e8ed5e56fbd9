// Secrets are taken out of values as well as texts, wherever in the value they are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScrubber } from '#shared/secret/scrubber.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { readJson } from '#shared/value/read-json.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { Value } from '#shared/value/value.ts';
import { anyValue } from '../../../support/any-value.ts';

const { scrubValue } = createScrubber([
  { value: 'tok_live_4f9a' },
  { value: '1234567890' },
  { value: '98765432.10' },
]);

function valueOf(json: string): Value {
  const read = readJson(json);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

describe('scrubbing a value', () => {
  it.each([
    ['texts', '"Bearer tok_live_4f9a"', '"Bearer ••••••••"'],
    ['texts in lists and objects', '{"a":[{"b":"tok_live_4f9a"}],"c":1}', '{"a":[{"b":"••••••••"}],"c":1}'],
    ['keys', '{"tok_live_4f9a":1,"b":2}', '{"••••••••":1,"b":2}'],
    ['keys that become the same', '{"tok_live_4f9a":1,"1234567890":2}', '{"••••••••":2,"•••••••• (2)":1}'],
    ['numbers', '[1234567890, 123456789]', '["••••••••",123456789]'],
    ['numbers that are kept as text', '[98765432.10, 1.10]', '["••••••••",1.10]'],
    ['the key __proto__', '{"__proto__":"tok_live_4f9a"}', '{"__proto__":"••••••••"}'],
  ])('masks %s', (_, json, scrubbed) => {
    expect(writeJson(scrubValue(valueOf(json)))).toBe(scrubbed);
  });

  it('gives back the same parts where nothing was found', () => {
    const value = { clean: { deep: ['a', 1, null, new ExactNumber('1.10')] }, dirty: 'tok_live_4f9a' };
    const scrubbed = scrubValue(value) as typeof value;
    expect(scrubbed.clean).toBe(value.clean);
    expect(scrubbed.dirty).toBe('••••••••');
  });

  it('changes nothing when there are no secrets', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(createScrubber([]).scrubValue(value)).toBe(value);
      }),
    );
  });

  it('takes a secret out of every place of any value', () => {
    const secret = 'Zq7!Zq7!Zq7!';
    const scrubber = createScrubber([{ value: secret }]);
    fc.assert(
      fc.property(anyValue, anyValue, (one, other) => {
        const planted: Value = {
          [secret]: one,
          list: [other, `x${secret}`],
          nested: { deep: [secret, { [secret]: 1 }] },
        };
        const json = writeJson(scrubber.scrubValue(planted));
        expect(json).not.toContain('Zq7!');
        expect(scrubber.ranges(json)).toEqual([]);
      }),
    );
  });
});
