// What a change makes of a value: sums held against BigInt, which knows nothing of our decimals.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedValue } from '#shared/interpreter/changed-value.ts';
import { compareNumbers } from '#shared/value/decimal.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { numberOfText } from '#shared/value/read-json-number.ts';
import type { Value } from '#shared/value/value.ts';
import { runs } from '../../../support/runs.ts';

/** A decimal as people write it: its digits and how many of them stand behind the point. */
const anyDecimal = fc.tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat(30));

function written([digits, scale]: readonly [bigint, number]): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

const incremented = (before: Value | undefined, text: string) =>
  changedValue(before, { variable: 'n', action: 'increment', rendered: { text } });

describe('an increment', () => {
  test('is the exact sum, whatever the numbers', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (left, right) => {
        const sum = incremented(numberOfText(written(left)), written(right));
        const scale = Math.max(left[1], right[1]);
        const digits = left[0] * 10n ** BigInt(scale - left[1]) + right[0] * 10n ** BigInt(scale - right[1]);
        const value = sum.ok ? sum.value : null;
        expect(typeof value === 'number' || value instanceof ExactNumber).toBe(true);
        expect(compareNumbers(value as number | ExactNumber, new ExactNumber(written([digits, scale])))).toBe(
          0,
        );
      }),
      { numRuns: runs(500) },
    );
  });

  test('makes 0.3 of 0.1 and 0.2, as people add', () => {
    expect(incremented(0.1, '0.2')).toEqual({ ok: true, value: 0.3 });
  });

  test('by 1 and by -1 leaves what was there', () => {
    fc.assert(
      fc.property(fc.bigInt(), (number) => {
        const up = incremented(numberOfText(String(number)), '');
        const down = incremented(up.ok ? up.value : null, '-1');
        expect(down).toEqual({ ok: true, value: numberOfText(String(number)) });
      }),
      { numRuns: runs(200) },
    );
  });

  test('of a number that would fill the memory is refused', () => {
    const huge = incremented(new ExactNumber('1E999999999'), '1');
    expect(huge).toMatchObject({ ok: false, failure: expect.stringContaining('thousand digits') });
  });
});
