import {
  alignDecimals,
  decimalOf,
  numberOfDecimal,
  sumOfDecimals,
  type Decimal,
} from '../../value/decimal.ts';
import type { ExactNumber } from '../../value/exact-number.ts';
import type { Value } from '../../value/value.ts';
import { HelperRefusal, type Helper, type HelperExample } from './helper.ts';
import { givenValue, numberOrNull, wholeNumber } from './helper-values.ts';

/**
 * Reckoning in decimals, so that `0.1` and `0.2` make `0.3` and long identifiers keep their digits. A value that is
 * `null` makes the result `null`; text that is written as a number counts as one.
 */
export const numberHelpers: readonly Helper[] = [
  reckoning('add', 'The sum of two numbers.', sumOfDecimals, [
    { template: '{{add 0.1 0.2}}', output: '0.3' },
    {
      template: '{{#each items}}{{add @index 1}}. {{this}} {{/each}}',
      variables: { items: ['cup', 'kettle'] },
      output: '1. cup 2. kettle ',
    },
  ]),
  reckoning(
    'subtract',
    'The first number less the second.',
    (left, right) => sumOfDecimals(left, negative(right)),
    [{ template: '{{subtract total discount}}', variables: { total: 20, discount: 2.5 }, output: '17.5' }],
  ),
  reckoning('multiply', 'The product of two numbers.', multiply, [
    { template: '{{multiply price 3}}', variables: { price: 1.1 }, output: '3.3' },
  ]),
  reckoning(
    'divide',
    'The first number by the second, with up to 16 digits where it goes on for ever.',
    divide,
    [
      { template: '{{divide total 4}}', variables: { total: 10 }, output: '2.5' },
      { template: '{{divide 1 3}}', output: '0.3333333333333333' },
    ],
  ),
  rounding(
    'round',
    'The nearest number with so many decimal places (0); a half goes away from zero.',
    halfAway,
    [
      { template: '{{round 2.345 2}}', output: '2.35' },
      { template: '{{round -2.5}}', output: '-3' },
    ],
  ),
  rounding('floor', 'The next lower number with so many decimal places (0).', down, [
    { template: '{{floor 2.9}}', output: '2' },
  ]),
  rounding('ceil', 'The next higher number with so many decimal places (0).', up, [
    { template: '{{ceil 2.11 1}}', output: '2.2' },
  ]),
];

type Reckon = (left: Decimal, right: Decimal) => Decimal | number;

function reckoning(
  name: string,
  description: string,
  reckon: Reckon,
  examples: readonly HelperExample[],
): Helper {
  return {
    name,
    group: 'Numbers',
    parameters: [{ name: 'left' }, { name: 'right' }],
    description,
    examples,
    run: (values) => {
      const [left, right] = [numberOrNull(givenValue(values, 0)), numberOrNull(givenValue(values, 1))];
      if (left === null || right === null) return null;
      const result = reckon(exact(left), exact(right));
      return typeof result === 'number' ? result : numberOfDecimal(result);
    },
  };
}

function rounding(
  name: string,
  description: string,
  divideWhole: (digits: bigint, unit: bigint) => bigint,
  examples: readonly HelperExample[],
): Helper {
  return {
    name,
    group: 'Numbers',
    parameters: [{ name: 'number' }, { name: 'places', optional: true }],
    description,
    examples,
    run: (values) => {
      const number = numberOrNull(givenValue(values, 0));
      if (number === null) return null;
      return numberOfDecimal(rounded(exact(number), placesOf(givenValue(values, 1)), divideWhole));
    },
  };
}

function rounded(
  decimal: Decimal,
  places: number,
  divideWhole: (digits: bigint, unit: bigint) => bigint,
): Decimal {
  if (decimal.scale <= places) return decimal;
  return { digits: divideWhole(decimal.digits, 10n ** BigInt(decimal.scale - places)), scale: places };
}

function placesOf(value: Value): number {
  const places = wholeNumber(value, 0);
  if (places >= 0 && places <= 100) return places;
  throw new HelperRefusal('number of places from 0 to 100', 'another number');
}

function exact(number: number | ExactNumber): Decimal {
  const decimal = decimalOf(number);
  if (decimal === null) throw new HelperRefusal('number', 'one that is too long');
  return decimal;
}

function negative({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

function multiply(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

/** Places that are tried for an exact quotient before it counts as one that goes on for ever. */
const quotientPlaces = 30;

function divide(left: Decimal, right: Decimal): Decimal | number {
  if (right.digits === 0n) throw new HelperRefusal('number other than 0 to divide by', '0');
  const [a, b] = alignDecimals(left, right);
  const digits = a * 10n ** BigInt(quotientPlaces);
  if (digits % b === 0n) return { digits: digits / b, scale: quotientPlaces };
  return Number(String(numberOfDecimal(left))) / Number(String(numberOfDecimal(right)));
}

function down(digits: bigint, unit: bigint): bigint {
  const whole = digits / unit;
  return digits < 0n && digits % unit !== 0n ? whole - 1n : whole;
}

function up(digits: bigint, unit: bigint): bigint {
  return -down(-digits, unit);
}

function halfAway(digits: bigint, unit: bigint): bigint {
  const half = unit / 2n;
  return digits < 0n ? -((-digits + half) / unit) : (digits + half) / unit;
}
