// People write numbers in many ways; those that are taken must keep every digit.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '#shared/interpreter/read-number.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';

describe('readNumber', () => {
  test.each([
    ['42', 42],
    [' 42 ', 42],
    ['-7', -7],
    ['+7', 7],
    ['007', 7],
    ['-007.5', -7.5],
    ['0', 0],
    ['000', 0],
    ['.5', 0.5],
    ['-.5', -0.5],
    ['5.', 5],
    ['3.25', 3.25],
  ])('reads %j as %d', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  test.each([
    ['12345678901234567890', '12345678901234567890'],
    ['+1.10', '1.10'],
    ['0012345678901234567890', '12345678901234567890'],
    ['1e3', '1e3'],
    ['5.E2', '5E2'],
    ['0.1000000000000000055', '0.1000000000000000055'],
  ])('keeps every digit of %j', (text, exact) => {
    expect(readNumber(text)).toEqual(new ExactNumber(exact));
  });

  test.each([
    '',
    ' ',
    'abc',
    '1,500',
    '1 000',
    '12a',
    '0x10',
    '--1',
    '.',
    '-',
    'e5',
    '1e',
    'Infinity',
    'NaN',
    '٣',
  ])('refuses %j', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  test('gives back every double that is written as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        const read = readNumber(String(double));
        expect(Number(String(read))).toBe(double === 0 ? 0 : double);
      }),
    );
  });

  test('answers for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readNumber(text);
        if (read !== null) expect(Number.isNaN(Number(String(read)))).toBe(false);
      }),
    );
  });
});
