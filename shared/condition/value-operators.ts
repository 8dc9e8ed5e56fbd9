import { isValueList, isValueObject, kindOfValue, type ValueKind } from '../value/value-kinds.ts';
import type { Value } from '../value/value.ts';
import { judged, unlike, type Judgement } from './judgement.ts';
import { isSame, type Operand } from './operand.ts';
import { operatorPair, type ConditionOperator, type OperatorExample } from './operator.ts';
import type { OperatorId } from './operator-ids.ts';

/** What can be asked of every value: whether there is one, and whether it is true or the same as another. */
export const valueOperators: readonly ConditionOperator[] = [
  ...operatorPair({
    group: 'Any value',
    compares: 0,
    asks: true,
    is: ['value-exists', 'has a value', 'There is a value, and it is not null.'],
    isNot: ['value-exists-not', 'has no value', 'There is no such value, or it is null.'],
    judge: ({ value }) => judged(value !== null),
    examples: [
      { left: '', outcome: 'met' },
      { left: 0, outcome: 'met' },
      { left: null, outcome: 'unmet' },
    ],
  }),
  ...operatorPair({
    group: 'Any value',
    compares: 0,
    asks: true,
    is: [
      'value-empty',
      'is empty',
      'There is no value, or it is empty text, an empty list or an empty object.',
    ],
    isNot: ['value-empty-not', 'is not empty', 'There is a value, and something in it.'],
    judge: ({ value }) => judged(isEmpty(value)),
    examples: [
      { left: null, outcome: 'met' },
      { left: [], outcome: 'met' },
      { left: 0, outcome: 'unmet' },
      { left: ' ', outcome: 'unmet' },
    ],
  }),
  ...booleanPair(
    true,
    ['value-true', 'is true', 'The value is true, or text that says so.'],
    ['value-true-not', 'is not true', 'The value is false, or there is none.'],
  ),
  ...booleanPair(
    false,
    ['value-false', 'is false', 'The value is false, or text that says so.'],
    ['value-false-not', 'is not false', 'The value is true, or there is none.'],
  ),
  ...operatorPair({
    group: 'Any value',
    compares: 1,
    placeholder: '{{other}}',
    is: [
      'value-same',
      'is the same as',
      'Both values are the same, of the same kind and with all that is in them.',
    ],
    isNot: ['value-same-not', 'is not the same as', 'The values differ.'],
    judge: (left, right) => judged(isSame(left.value, right)),
    examples: [
      { left: { a: 1, b: [2] }, right: '{"b":[2],"a":1}', outcome: 'met' },
      { left: 5, right: '5', outcome: 'met' },
      { left: '5', right: 5, outcome: 'unmet' },
      { left: null, right: null, outcome: 'met' },
    ],
  }),
];

/** What kind of value there is. */
export const kindOperators: readonly ConditionOperator[] = [
  ...kindPair(
    'text',
    'text',
    ['kind-text', 'kind-text-not'],
    { left: '5', outcome: 'met' },
    { left: 5, outcome: 'unmet' },
  ),
  ...kindPair(
    'number',
    'a number',
    ['kind-number', 'kind-number-not'],
    { left: 5, outcome: 'met' },
    { left: '5', outcome: 'unmet' },
  ),
  ...kindPair(
    'boolean',
    'true or false',
    ['kind-boolean', 'kind-boolean-not'],
    { left: false, outcome: 'met' },
    { left: 'false', outcome: 'unmet' },
  ),
  ...kindPair(
    'list',
    'a list',
    ['kind-list', 'kind-list-not'],
    { left: [], outcome: 'met' },
    { left: {}, outcome: 'unmet' },
  ),
  ...kindPair(
    'object',
    'an object',
    ['kind-object', 'kind-object-not'],
    { left: {}, outcome: 'met' },
    { left: null, outcome: 'unmet' },
  ),
];

type Wording = readonly [id: OperatorId, label: string, description: string];

function booleanPair(wanted: boolean, is: Wording, isNot: Wording): readonly ConditionOperator[] {
  return operatorPair({
    group: 'Any value',
    compares: 0,
    is,
    isNot,
    judge: ({ value }: Operand): Judgement => {
      if (value === null) return judged(false);
      const truth = typeof value === 'string' ? readTruth(value) : value;
      return typeof truth === 'boolean' ? judged(truth === wanted) : unlike('value', value, 'true or false');
    },
    examples: [
      { left: wanted, outcome: 'met' },
      { left: String(wanted), outcome: 'met' },
      { left: !wanted, outcome: 'unmet' },
      { left: null, outcome: 'unmet' },
      { left: 1, outcome: 'unjudged' },
    ],
  });
}

function kindPair(
  kind: ValueKind,
  words: string,
  [id, negation]: readonly [OperatorId, OperatorId],
  ...examples: readonly OperatorExample[]
): readonly ConditionOperator[] {
  return operatorPair({
    group: 'Kind of value',
    compares: 0,
    asks: true,
    is: [id, `is of kind ${kind}`, `The value is ${words}.`],
    isNot: [negation, `is not of kind ${kind}`, `The value is not ${words}, or there is none.`],
    judge: ({ value }) => judged(kindOfValue(value) === kind),
    examples,
  });
}

function isEmpty(value: Value): boolean {
  if (isValueObject(value)) return Object.keys(value).length === 0;
  return value === null || value === '' || (isValueList(value) && value.length === 0);
}

/** As the inputs of a flow read what is given for a boolean. */
function readTruth(text: string): boolean | null {
  const written = text.trim().toLowerCase();
  return written === 'true' ? true : written === 'false' ? false : null;
}
