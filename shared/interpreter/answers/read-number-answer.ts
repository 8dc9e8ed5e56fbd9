import { failed, succeeded } from '../../outcome/outcome.ts';
import type { WantedAnswer } from '../../run-events/wanted-answer.ts';
import { compareNumbers, decimalOf } from '../../value/decimal.ts';
import type { ExactNumber } from '../../value/exact-number.ts';
import { readNumber } from '../read-number.ts';
import type { AnswerReading } from './answer-reading.ts';

type Rules = Pick<WantedAnswer, 'min' | 'max' | 'whole'>;

/** Reads a number with every digit; bounds are compared exactly, also where a double could not hold the answer. */
export function readNumberAnswer(text: string, rules: Rules): AnswerReading<number | ExactNumber> {
  const number = readNumber(text);
  const { min, max, whole = false } = rules;
  const fits =
    number !== null &&
    (min === undefined || compareNumbers(number, min) >= 0) &&
    (max === undefined || compareNumbers(number, max) <= 0) &&
    (!whole || isWhole(number));
  return fits ? succeeded(number) : failed(wantedNumber(rules));
}

/** Whether a number has no fraction: 3, 3.0 and 3e2 have none. */
function isWhole(number: number | ExactNumber): boolean {
  const decimal = decimalOf(number);
  // Only a number of more than a thousand digits or zeros has no decimal, and such a one may be anything.
  if (decimal === null) return false;
  return decimal.scale <= 0 || decimal.digits % 10n ** BigInt(decimal.scale) === 0n;
}

function wantedNumber({ min, max, whole = false }: Rules): string {
  const kind = whole ? 'whole number' : 'number';
  if (min !== undefined && max !== undefined)
    return `Please answer with a ${kind} from ${String(min)} to ${String(max)}.`;
  if (min !== undefined) return `Please answer with a ${kind}, ${String(min)} or more.`;
  if (max !== undefined) return `Please answer with a ${kind}, ${String(max)} or less.`;
  return `Please answer with a ${kind}, such as 42${whole ? '' : ' or 3.5'}.`;
}
