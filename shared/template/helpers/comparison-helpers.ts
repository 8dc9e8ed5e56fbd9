import { compareNumbers } from '../../value/decimal.ts';
import { equalValues } from '../../value/equal-values.ts';
import { ExactNumber } from '../../value/exact-number.ts';
import type { Value } from '../../value/value.ts';
import { isTruthy } from '../evaluation/truth.ts';
import type { Helper, HelperExample } from './helper.ts';
import { givenValue } from './helper-values.ts';

/** Questions about values; each answers with a boolean. */
export const comparisonHelpers: readonly Helper[] = [
  comparing('eq', 'Whether two values are equal; the text "5" is not the number 5.', equalValues, [
    { template: '{{eq status "paid"}}', variables: { status: 'paid' }, output: 'true' },
    { template: '{{eq amount "5"}}', variables: { amount: 5 }, output: 'false' },
  ]),
  comparing('ne', 'Whether two values differ.', (left, right) => !equalValues(left, right), [
    { template: '{{ne status "paid"}}', variables: { status: 'open' }, output: 'true' },
  ]),
  ordering('lt', 'Whether the first value is less than the second.', (order) => order < 0, [
    { template: '{{lt amount 10}}', variables: { amount: 9.5 }, output: 'true' },
  ]),
  ordering('lte', 'Whether the first value is at most the second.', (order) => order <= 0, [
    { template: '{{lte amount 10}}', variables: { amount: 10 }, output: 'true' },
  ]),
  ordering('gt', 'Whether the first value is greater than the second.', (order) => order > 0, [
    { template: '{{gt @today "2025-01-31"}}', output: 'true' },
  ]),
  ordering('gte', 'Whether the first value is at least the second.', (order) => order >= 0, [
    { template: '{{gte amount 10}}', variables: { amount: 9.5 }, output: 'false' },
  ]),
  {
    name: 'and',
    group: 'Comparison and logic',
    parameters: [{ name: 'value' }, { name: 'value' }, { name: 'value', optional: true, rest: true }],
    description: 'Whether all values count as true.',
    examples: [{ template: '{{and name phone}}', variables: { name: 'Ann', phone: '' }, output: 'false' }],
    asks: 'all',
    run: (values) => values.every(isTruthy),
  },
  {
    name: 'or',
    group: 'Comparison and logic',
    parameters: [{ name: 'value' }, { name: 'value' }, { name: 'value', optional: true, rest: true }],
    description: 'Whether at least one value counts as true.',
    examples: [{ template: '{{or name phone}}', variables: { name: 'Ann', phone: '' }, output: 'true' }],
    asks: 'all',
    run: (values) => values.some(isTruthy),
  },
  {
    name: 'not',
    group: 'Comparison and logic',
    parameters: [{ name: 'value' }],
    description:
      'Whether a value does not count as true: false, 0, null, unknown, empty text or an empty list.',
    examples: [{ template: '{{not items}}', variables: { items: [] }, output: 'true' }],
    asks: 'all',
    run: (values) => !isTruthy(givenValue(values, 0)),
  },
  {
    name: 'default',
    group: 'Comparison and logic',
    parameters: [{ name: 'value' }, { name: 'fallback' }],
    description: 'The value, or the fallback where it is unknown, null or empty text; 0 and false stay.',
    examples: [
      { template: '{{default nickname "friend"}}', output: 'friend' },
      { template: '{{default amount 1}}', variables: { amount: 0 }, output: '0' },
    ],
    asks: 'first',
    run: ([value = null, fallback = null]) => (value === null || value === '' ? fallback : value),
  },
];

function comparing(
  name: string,
  description: string,
  holds: (left: Value, right: Value) => boolean,
  examples: readonly HelperExample[],
): Helper {
  return {
    name,
    group: 'Comparison and logic',
    parameters: [{ name: 'left' }, { name: 'right' }],
    description,
    examples,
    run: (values) => holds(givenValue(values, 0), givenValue(values, 1)),
  };
}

/** Numbers have an order and so have texts (by character code, which suits ISO dates); anything else has none. */
function ordering(
  name: string,
  description: string,
  holds: (order: number) => boolean,
  examples: readonly HelperExample[],
): Helper {
  const compare = (left: Value, right: Value) => {
    const order = orderOf(left, right);
    return order !== null && holds(order);
  };
  return comparing(
    name,
    `${description} Two numbers or two texts; anything else is false.`,
    compare,
    examples,
  );
}

function orderOf(left: Value, right: Value): number | null {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : Number(left > right);
  return isNumber(left) && isNumber(right) ? compareNumbers(left, right) : null;
}

function isNumber(value: Value): value is number | ExactNumber {
  return typeof value === 'number' || value instanceof ExactNumber;
}
