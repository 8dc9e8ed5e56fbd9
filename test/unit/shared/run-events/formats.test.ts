// Durations and sizes are read at a glance, so their words must never mislead by their rounding.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import { formatSize } from '#shared/run-events/format-size.ts';

describe('a duration for people', () => {
  test.each([
    [0, '0 ms'],
    [0.4, '0 ms'],
    [143.2, '143 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [1000, '1 s'],
    [1710, '1.71 s'],
    [30_000, '30 s'],
    [59_990, '59.99 s'],
    [59_999, '1 min'],
    [60_000, '1 min'],
    [125_000, '2 min 5 s'],
    [125_400, '2 min 5 s'],
    [3_599_600, '60 min'],
    [7_261_000, '121 min 1 s'],
  ])('%d ms is %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  test('never shows 1000 ms, 60 seconds or more of a unit that has a larger one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e8, noNaN: true }), (ms) => {
        const text = formatDuration(ms);
        expect(text).toMatch(/^(\d{1,3} ms|\d{1,2}(\.\d\d)? s|\d+ min( \d{1,2} s)?)$/);
        expect(Number(/(\d+(\.\d+)?) s$/.exec(text)?.[1] ?? '0')).toBeLessThan(60);
      }),
    );
  });

  test('never makes a longer duration look shorter', () => {
    const inMs = (text: string): number =>
      [...text.matchAll(/([\d.]+) (ms|s|min)/g)].reduce(
        (sum, [, amount, unit]) => sum + Number(amount) * { ms: 1, s: 1000, min: 60_000 }[unit as 's'],
        0,
      );
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(100_000), (ms, more) => {
        expect(inMs(formatDuration(ms + more))).toBeGreaterThanOrEqual(inMs(formatDuration(ms)));
      }),
    );
  });
});

describe('a size for people', () => {
  test.each([
    [0, '0 B'],
    [532, '532 B'],
    [999, '999 B'],
    [1000, '1.00 kB'],
    [1240, '1.24 kB'],
    [12_345, '12.3 kB'],
    [999_499, '999 kB'],
    [999_500, '1.00 MB'],
    [12_345_678, '12.3 MB'],
    [1_500_000_000, '1.50 GB'],
    [999_000_000_000, '999 GB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatSize(bytes)).toBe(text);
  });

  test('has at most four characters before the unit and is within half a per cent of the truth', () => {
    const factors = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 } as const;
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (bytes) => {
        const [amount = '', unit = ''] = formatSize(bytes).split(' ');
        expect(amount.length).toBeLessThanOrEqual(4);
        const shown = Number(amount) * factors[unit as keyof typeof factors];
        expect(Math.abs(shown - bytes)).toBeLessThanOrEqual(bytes * 0.005);
      }),
    );
  });
});
