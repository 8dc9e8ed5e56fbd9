import { compareNumbers } from '../../value/decimal.ts';
import { valueIdentity } from '../../value/equal-values.ts';
import { ExactNumber } from '../../value/exact-number.ts';
import { valueAtPath } from '../../value/value-at-path.ts';
import { kindOfValue, type ValueKind } from '../../value/value-kinds.ts';
import { valueText } from '../../value/value-text.ts';
import type { Value } from '../../value/value.ts';
import { writeJson } from '../../value/write-json.ts';
import { isTruthy } from '../evaluation/truth.ts';
import { HelperRefusal, type Helper, type HelperCall } from './helper.ts';
import { givenList, givenText, givenValue, wholeNumber } from './helper-values.ts';

const lines = [
  { sku: 'kettle', price: 39 },
  { sku: 'cup', price: 4.5 },
  { sku: 'cup', price: 4.5 },
];

/** Work on lists and objects. A key may be a path of keys with dots (`customer.name`). */
export const collectionHelpers: readonly Helper[] = [
  {
    name: 'lookup',
    group: 'Lists and objects',
    parameters: [{ name: 'value' }, { name: 'key' }],
    description: 'The member with a computed key, or the item with a computed place, counted from 0.',
    examples: [
      {
        template: '{{lookup names code}}',
        variables: { names: { ch: 'Switzerland' }, code: 'ch' },
        output: 'Switzerland',
      },
    ],
    run: (values) => valueAtPath(givenValue(values, 0), [givenText(values, 1)]),
  },
  {
    name: 'first',
    group: 'Lists and objects',
    parameters: [{ name: 'list' }],
    description: 'The first item; null where there is none.',
    examples: [{ template: '{{first tags}}', variables: { tags: ['a', 'b'] }, output: 'a' }],
    run: (values) => givenList(givenValue(values, 0))[0] ?? null,
  },
  {
    name: 'last',
    group: 'Lists and objects',
    parameters: [{ name: 'list' }],
    description: 'The last item; null where there is none.',
    examples: [{ template: '{{last tags}}', variables: { tags: ['a', 'b'] }, output: 'b' }],
    run: (values) => givenList(givenValue(values, 0)).at(-1) ?? null,
  },
  {
    name: 'at',
    group: 'Lists and objects',
    parameters: [{ name: 'list' }, { name: 'place' }],
    description: 'The item at a place, counted from 0 or backwards from -1; unknown where there is none.',
    examples: [{ template: '{{at tags -2}}', variables: { tags: ['a', 'b', 'c'] }, output: 'b' }],
    run: (values) => givenList(givenValue(values, 0)).at(wholeNumber(givenValue(values, 1), 0)),
  },
  {
    name: 'range',
    group: 'Lists and objects',
    parameters: [{ name: 'from' }, { name: 'to' }],
    description:
      'The whole numbers from one to another, both of them included; none where the first is larger.',
    examples: [
      { template: '{{range 1 5}}', output: '[1,2,3,4,5]' },
      { template: '{{#each (range 1 count)}}{{this}} {{/each}}', variables: { count: 3 }, output: '1 2 3 ' },
    ],
    run: (values, call) =>
      range(wholeNumber(givenValue(values, 0), 0), wholeNumber(givenValue(values, 1), 0), call),
  },
  {
    name: 'pluck',
    group: 'Lists and objects',
    parameters: [{ name: 'list' }, { name: 'key' }],
    description: 'The members with a key of all items, as a list; null for an item without it.',
    examples: [
      { template: '{{join (pluck lines "sku") ", "}}', variables: { lines }, output: 'kettle, cup, cup' },
    ],
    run: (values, call) => pluck(givenList(givenValue(values, 0)), givenText(values, 1), call),
  },
  {
    name: 'sort',
    group: 'Lists and objects',
    parameters: [{ name: 'list' }, { name: 'key', optional: true }],
    options: ['descending'],
    description:
      'The list in order, by the items themselves or by their members with a key; texts by character code.',
    examples: [
      { template: '{{sort numbers}}', variables: { numbers: [10, 9, 1] }, output: '[1,9,10]' },
      {
        template: '{{join (pluck (sort lines "price" descending=true) "sku") " "}}',
        variables: { lines },
        output: 'kettle cup cup',
      },
    ],
    run: sortList,
  },
  {
    name: 'unique',
    group: 'Lists and objects',
    parameters: [{ name: 'list' }],
    description: 'The list without items that are equal to an earlier one.',
    examples: [{ template: '{{unique tags}}', variables: { tags: ['a', 'b', 'a'] }, output: '["a","b"]' }],
    run: (values, call) => uniqueItems(givenList(givenValue(values, 0)), call),
  },
  {
    name: 'json',
    group: 'Lists and objects',
    parameters: [{ name: 'value' }, { name: 'indent', optional: true }],
    description: 'The value as JSON text, on one line or indented by so many spaces.',
    examples: [
      {
        template: '{{json order}}',
        variables: { order: { id: 7, note: 'a "b"' } },
        output: '{"id":7,"note":"a \\"b\\""}',
      },
    ],
    run: (values) => {
      const indent = Math.min(10, Math.max(0, wholeNumber(givenValue(values, 1), 0)));
      return writeJson(givenValue(values, 0), indent);
    },
  },
];

/** The most numbers that a range may have: as many as a loop may have rounds. */
const longestRange = 10_000;

function range(from: number, to: number, call: HelperCall): readonly number[] {
  const length = Math.max(0, to - from + 1);
  if (length > longestRange)
    throw new HelperRefusal(
      'list',
      'list',
      'range gives at most 10,000 numbers, and here it would give more.',
    );
  call.spend(length);
  return Array.from({ length }, (_none, at) => from + at);
}

function pluck(list: readonly Value[], key: string, call: HelperCall): readonly Value[] {
  call.spend(list.length);
  return list.map((item) => memberWithKey(item, key));
}

function memberWithKey(item: Value, key: string): Value {
  return valueAtPath(item, key.split('.')) ?? null;
}

function sortList(values: readonly Value[], call: HelperCall): readonly Value[] {
  const list = givenList(givenValue(values, 0));
  const key = givenValue(values, 1) === null ? null : givenText(values, 1);
  const direction = isTruthy(call.option('descending')) ? -1 : 1;
  call.spend(list.length * Math.ceil(Math.log2(list.length + 1)));
  return list
    .map((item) => ({ item, by: key === null ? item : memberWithKey(item, key) }))
    .sort((left, right) => direction * orderOf(left.by, right.by))
    .map(({ item }) => item);
}

const kindOrder: readonly ValueKind[] = ['null', 'boolean', 'number', 'text', 'list', 'object'];

function orderOf(left: Value, right: Value): number {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  const kinds = kindOrder.indexOf(kindOfValue(left)) - kindOrder.indexOf(kindOfValue(right));
  if (kinds !== 0) return kinds;
  const [one, other] = [valueText(left), valueText(right)];
  return one < other ? -1 : Number(one > other);
}

function isNumber(value: Value): value is number | ExactNumber {
  return typeof value === 'number' || value instanceof ExactNumber;
}

function uniqueItems(list: readonly Value[], call: HelperCall): readonly Value[] {
  call.spend(list.length);
  const seen = new Set<string>();
  return list.filter((item) => {
    const identity = valueIdentity(item);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}
