// Numbers are compared and computed by their digits, since a double would lose some.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNumbers, decimalOf, numberOfDecimal } from '#shared/value/decimal.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { anyDouble, anyExactNumber } from '../../../support/any-value.ts';

const anyNumber = fc.oneof(anyDouble, anyExactNumber);

describe('the decimal of a number', () => {
  it.each([
    [0, 0n, 0],
    [1.5, 15n, 1],
    [-1e21, -1n, -21],
    [5e-324, 5n, 324],
    [new ExactNumber('1.10'), 110n, 2],
    [new ExactNumber('-12E+3'), -12n, -3],
    [new ExactNumber('1.5E-2'), 15n, 3],
  ])('of %s', (number, digits, scale) => {
    expect(decimalOf(number)).toEqual({ digits, scale });
  });

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    new ExactNumber('1E999999999'),
    new ExactNumber('9'.repeat(1001)),
  ])('is none for %s', (number) => {
    expect(decimalOf(number)).toBeNull();
  });

  it.each([
    [110n, 2, 1.1],
    [-5n, 1, -0.5],
    [0n, 3, 0],
    [1n, -21, 1e21],
    [1n, 7, 1e-7],
    [12345678901234567890n, 0, new ExactNumber('12345678901234567890')],
    [9007199254740993n, 2, new ExactNumber('90071992547409.93')],
    [90071992547409931n, 3, new ExactNumber('90071992547409.931')],
  ])('%s with scale %i makes a number again', (digits, scale, number) => {
    const made = numberOfDecimal({ digits, scale });
    expect(String(made)).toBe(String(number));
  });

  it('gives back the value of every number', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const decimal = decimalOf(number);
        if (decimal !== null) expect(compareNumbers(numberOfDecimal(decimal), number)).toBe(0);
      }),
    );
  });
});

describe('comparing numbers', () => {
  it.each([
    [1, 2, -1],
    [new ExactNumber('1.0'), 1, 0],
    [new ExactNumber('9007199254740993'), 9007199254740992, 1],
    [new ExactNumber('1E400'), new ExactNumber('1E401'), -1],
    [new ExactNumber('1E999999999'), 1, 1],
    [new ExactNumber('-0'), 0, 0],
  ])('%s with %s', (left, right, order) => {
    expect(Math.sign(compareNumbers(left, right))).toBe(order);
  });

  it('is an order', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        expect(compareNumbers(a, b) + compareNumbers(b, a)).toBe(0);
        expect(compareNumbers(a, a)).toBe(0);
      }),
    );
  });

  it('agrees with the order of doubles', () => {
    fc.assert(
      fc.property(anyDouble, anyDouble, (a, b) => {
        expect(compareNumbers(a, new ExactNumber(String(b)))).toBe(a < b ? -1 : Number(a > b));
      }),
    );
  });
});
