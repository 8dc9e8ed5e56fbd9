import { isValueList } from '../value/value-kinds.ts';
import { judged, unlike, type Judgement } from './judgement.ts';
import { judgeNumber } from './number-operators.ts';
import { isSame, type Operand } from './operand.ts';
import { operatorPair, type ConditionOperator, type OperatorExample } from './operator.ts';
import type { OperatorId } from './operator-ids.ts';

/** What can be asked of a list; a text has a length too, in characters. */
export const listOperators: readonly ConditionOperator[] = [
  ...operatorPair({
    group: 'List and length',
    compares: 1,
    placeholder: 'express',
    is: ['list-contains', 'has the item', 'One item of the list is this value.'],
    isNot: [
      'list-contains-not',
      'does not have the item',
      'No item of the list is this value, or there is no list.',
    ],
    judge: judgeItem,
    examples: [
      { left: ['gift', 'express'], right: 'express', outcome: 'met' },
      { left: [1, 2], right: '2', outcome: 'met' },
      { left: ['gift'], right: 'express', outcome: 'unmet' },
      { left: null, right: 'express', outcome: 'unmet' },
      { left: 'express', right: 'express', outcome: 'unjudged' },
    ],
  }),
  ...measuring(
    ['length-equals', 'length =', 'The list has so many items, or the text so many characters.'],
    ['length-equals-not', 'length ≠', 'The list or the text has another length.'],
    (order) => order === 0,
    [
      { left: ['a', 'b'], right: '2', outcome: 'met' },
      { left: 'abc', right: '2', outcome: 'unmet' },
      { left: { a: 1 }, right: '1', outcome: 'unjudged' },
    ],
  ),
  ...measuring(
    ['length-less', 'length <', 'The list or the text has fewer items or characters.'],
    ['length-at-least', 'length ≥', 'The list or the text has so many items or characters, or more.'],
    (order) => order < 0,
    [
      { left: [], right: '1', outcome: 'met' },
      { left: ['a'], right: '1', outcome: 'unmet' },
      { left: null, right: '1', outcome: 'unjudged' },
    ],
  ),
  ...measuring(
    ['length-greater', 'length >', 'The list or the text has more items or characters.'],
    ['length-at-most', 'length ≤', 'The list or the text has so many items or characters, or fewer.'],
    (order) => order > 0,
    [
      { left: ['a', 'b'], right: '1', outcome: 'met' },
      { left: '👋', right: '1', outcome: 'unmet' },
      { left: ['a'], right: 'one', outcome: 'unjudged' },
    ],
  ),
];

type Wording = readonly [id: OperatorId, label: string, description: string];

function measuring(
  is: Wording,
  isNot: Wording,
  holds: (order: number) => boolean,
  examples: readonly OperatorExample[],
): readonly ConditionOperator[] {
  const judge = (left: Operand, right: Operand): Judgement => {
    const length = lengthOf(left);
    return length === null
      ? unlike('value', left.value, 'a list or text')
      : judgeNumber(length, right, holds);
  };
  return operatorPair({
    group: 'List and length',
    compares: 1,
    placeholder: '3',
    is,
    isNot,
    judge,
    examples,
  });
}

function judgeItem({ value: list }: Operand, right: Operand): Judgement {
  if (right.value === null) return unlike('compared with', null, 'a value');
  if (list === null) return judged(false);
  if (!isValueList(list)) return unlike('value', list, 'a list');
  return judged(list.some((item) => isSame(item, right)));
}

function lengthOf({ value }: Operand): number | null {
  if (isValueList(value)) return value.length;
  if (typeof value !== 'string') return null;
  // Characters, not the units that a text is stored in: a person counts an emoji as one.
  let length = 0;
  for (const _ of value) length += 1;
  return length;
}
