import { ExactNumber } from './exact-number.ts';

/** A number as `digits × 10^-scale`, in which sums, products and comparisons are exact. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Beyond so many digits or zeros a number is not worth exactness: `1E999999999` would fill the memory. */
const mostDigits = 1000;

/** The exact decimal of a number, or `null` where it has more than a thousand digits or zeros, or is not finite. */
export function decimalOf(number: number | ExactNumber): Decimal | null {
  const match = /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(String(number));
  if (match === null || match[0].length > mostDigits) return null;
  const [, whole = '0', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  return Math.abs(scale) > mostDigits ? null : { digits: BigInt(whole + fraction), scale };
}

/** The number of a decimal without zeros at its end: a double where one has that value, else an `ExactNumber`. */
export function numberOfDecimal(decimal: Decimal): number | ExactNumber {
  const text = textOfDecimal(decimal);
  const double = Number(text);
  const read = decimalOf(double);
  if (read === null) return new ExactNumber(text);
  const [a, b] = alignDecimals(read, decimal);
  return a === b ? double : new ExactNumber(text);
}

function textOfDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const written = (digits < 0n ? -digits : digits).toString();
  if (digits === 0n) return '0';
  if (scale <= 0) return `${sign}${written}${'0'.repeat(-scale)}`;
  const padded = written.padStart(scale + 1, '0');
  const fraction = padded.slice(-scale).replace(/0+$/, '');
  return `${sign}${padded.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The exact sum of two numbers; `null` where one of them or the sum is too long to reckon with. */
export function sumOfNumbers(
  left: number | ExactNumber,
  right: number | ExactNumber,
): number | ExactNumber | null {
  const [one, other] = [decimalOf(left), decimalOf(right)];
  if (one === null || other === null) return null;
  const sum = numberOfDecimal(sumOfDecimals(one, other));
  return decimalOf(sum) === null ? null : sum;
}

/** The exact sum of two decimals. */
export function sumOfDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = alignDecimals(left, right);
  return { digits: a + b, scale };
}

/** Both decimals with the digits of the finer one. */
export function alignDecimals(left: Decimal, right: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale);
  return [scaledDigits(left, scale), scaledDigits(right, scale), scale];
}

/** The digits of a decimal at a scale that is at least its own. */
export function scaledDigits(decimal: Decimal, scale: number): bigint {
  return decimal.digits * 10n ** BigInt(scale - decimal.scale);
}

/** Negative, zero or positive, as the left number is less than, equal to or greater than the right one, by value. */
export function compareNumbers(left: number | ExactNumber, right: number | ExactNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return orderOf(left, right);
  const [one, other] = [decimalOf(left), decimalOf(right)];
  if (one === null || other === null) return orderOf(Number(String(left)), Number(String(right)));
  const [a, b] = alignDecimals(one, other);
  return orderOf(a, b);
}

function orderOf<Ordered extends number | bigint>(left: Ordered, right: Ordered): number {
  return left < right ? -1 : Number(left > right);
}
