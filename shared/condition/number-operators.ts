import { readNumber } from '../interpreter/read-number.ts';
import { compareNumbers } from '../value/decimal.ts';
import { ExactNumber } from '../value/exact-number.ts';
import type { Value } from '../value/value.ts';
import { judged, unjudged, unlike, type Judgement, type Side } from './judgement.ts';
import type { Operand } from './operand.ts';
import { operatorPair, type ConditionOperator } from './operator.ts';

type Num = number | ExactNumber;

/** Comparisons of numbers with every digit; text counts as a number where a number prompt would take it. */
export const numberOperators: readonly ConditionOperator[] = [
  ...operatorPair({
    group: 'Number',
    compares: 1,
    placeholder: '100',
    is: ['number-equals', '=', 'The value is this number, however it is written.'],
    isNot: ['number-equals-not', '≠', 'The value is another number, or there is none.'],
    judge: judgeEqual,
    examples: [
      { left: 200, right: '200', outcome: 'met' },
      { left: '1.0', right: '1', outcome: 'met' },
      { left: null, right: '200', outcome: 'unmet' },
      { left: new ExactNumber('12345678901234567891'), right: '12345678901234567890', outcome: 'unmet' },
      { left: 'many', right: '200', outcome: 'unjudged' },
    ],
  }),
  ...operatorPair({
    group: 'Number',
    compares: 1,
    placeholder: '100',
    is: ['number-less', '<', 'The value is less than the number.'],
    isNot: ['number-at-least', '≥', 'The value is the number or more.'],
    judge: (left, right) => judgeOrder(left, right, (order) => order < 0),
    examples: [
      { left: 9.5, right: '10', outcome: 'met' },
      { left: '9', right: '10', outcome: 'met' },
      { left: 10, right: '10', outcome: 'unmet' },
      { left: null, right: '10', outcome: 'unjudged' },
    ],
  }),
  ...operatorPair({
    group: 'Number',
    compares: 1,
    placeholder: '100',
    is: ['number-greater', '>', 'The value is greater than the number.'],
    isNot: ['number-at-most', '≤', 'The value is the number or less.'],
    judge: (left, right) => judgeOrder(left, right, (order) => order > 0),
    examples: [
      { left: 10.5, right: '10', outcome: 'met' },
      { left: 10, right: '10', outcome: 'unmet' },
      { left: true, right: '10', outcome: 'unjudged' },
    ],
  }),
  ...operatorPair({
    group: 'Number',
    compares: 2,
    placeholder: '1',
    is: ['number-between', 'is between', 'The value lies between two numbers, or is one of them.'],
    isNot: ['number-between-not', 'is not between', 'The value lies outside of two numbers.'],
    judge: judgeBetween,
    examples: [
      { left: 10, right: '1', upper: '10', outcome: 'met' },
      { left: 10.5, right: '1', upper: '10', outcome: 'unmet' },
      { left: 5, right: '10', upper: '1', outcome: 'unjudged' },
    ],
  }),
];

/** The number that a value is or is written as; `null` where there is none to be read. */
export function numberIn(value: Value): Num | null {
  if (typeof value === 'string') return readNumber(value);
  return typeof value === 'number' || value instanceof ExactNumber ? value : null;
}

/** Judges a number against what a rule compares it with. */
export function judgeNumber(number: Num, right: Operand, holds: (order: number) => boolean): Judgement {
  return withNumber(right, 'compared with', (other) => judged(holds(compareNumbers(number, other))));
}

function judgeEqual(left: Operand, right: Operand): Judgement {
  const isEqual = (order: number) => order === 0;
  // There is nothing that a missing value is equal to; whether it could be is still asked of the other side.
  if (left.value === null) return withNumber(right, 'compared with', () => judged(false));
  return withNumber(left, 'value', (number) => judgeNumber(number, right, isEqual));
}

function judgeOrder(left: Operand, right: Operand, holds: (order: number) => boolean): Judgement {
  return withNumber(left, 'value', (number) => judgeNumber(number, right, holds));
}

function judgeBetween(left: Operand, right: Operand, upper: Operand): Judgement {
  return withNumber(left, 'value', (number) =>
    withNumber(right, 'compared with', (least) =>
      withNumber(upper, 'compared with', (most) =>
        compareNumbers(least, most) > 0
          ? unjudged('its first number is greater than its second')
          : judged(compareNumbers(least, number) <= 0 && compareNumbers(number, most) <= 0),
      ),
    ),
  );
}

function withNumber({ value }: Operand, side: Side, judge: (number: Num) => Judgement): Judgement {
  const number = numberIn(value);
  return number === null ? unlike(side, value, 'a number') : judge(number);
}
