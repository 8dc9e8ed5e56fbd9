import { safePattern } from '../template/helpers/safe-pattern.ts';
import { isValueList, isValueObject } from '../value/value-kinds.ts';
import { valueText } from '../value/value-text.ts';
import type { Value } from '../value/value.ts';
import { judged, unjudged, unlike, type Judgement } from './judgement.ts';
import type { Operand } from './operand.ts';
import { operatorPair, type ConditionOperator, type OperatorExample } from './operator.ts';
import type { OperatorId } from './operator-ids.ts';

/** Comparisons of texts, letter by letter: `Paid` is not `paid`. A number or a boolean is compared as it would be written. */
export const textOperators: readonly ConditionOperator[] = [
  ...comparing(
    ['text-is', 'is', 'The value is written exactly so.'],
    ['text-is-not', 'is not', 'The value is written otherwise, or there is none.'],
    'paid',
    (text, other) => text === other,
    [
      { left: 'paid', right: 'paid', outcome: 'met' },
      { left: 5, right: '5', outcome: 'met' },
      { left: 'Paid', right: 'paid', outcome: 'unmet' },
      { left: null, right: 'paid', outcome: 'unmet' },
      { left: ['paid'], right: 'paid', outcome: 'unjudged' },
    ],
    true,
  ),
  ...comparing(
    ['text-contains', 'contains', 'The text is found somewhere in the value.'],
    ['text-contains-not', 'does not contain', 'The text is found nowhere in the value.'],
    'express',
    (text, part) => text.includes(part),
    [
      { left: 'by express mail', right: 'express', outcome: 'met' },
      { left: 'by mail', right: 'express', outcome: 'unmet' },
      { left: 'by mail', right: '', outcome: 'unjudged' },
    ],
  ),
  ...comparing(
    ['text-starts-with', 'starts with', 'The value begins with the text.'],
    ['text-starts-not-with', 'does not start with', 'The value begins otherwise.'],
    '+41',
    (text, part) => text.startsWith(part),
    [
      { left: '+41 44 668', right: '+41', outcome: 'met' },
      { left: '044 668', right: '+41', outcome: 'unmet' },
    ],
  ),
  ...comparing(
    ['text-ends-with', 'ends with', 'The value ends with the text.'],
    ['text-ends-not-with', 'does not end with', 'The value ends otherwise.'],
    '@shop.example',
    (text, part) => text.endsWith(part),
    [
      { left: 'ann@shop.example', right: '@shop.example', outcome: 'met' },
      { left: 'ann@mail.example', right: '@shop.example', outcome: 'unmet' },
    ],
  ),
  ...operatorPair({
    group: 'Text',
    compares: 1,
    placeholder: '^[0-9]{4}$',
    is: [
      'text-matches',
      'matches',
      'A regular expression is found in the value; ^ and $ tie it to the ends.',
    ],
    isNot: ['text-matches-not', 'does not match', 'A regular expression is not found in the value.'],
    judge: (left, right) => judgeTexts(left, right, judgePattern),
    examples: [
      { left: '8001', right: '^[0-9]{4}$', outcome: 'met' },
      { left: 8001, right: '^[0-9]{4}$', outcome: 'met' },
      { left: '80014', right: '^[0-9]{4}$', outcome: 'unmet' },
      { left: '8001', right: '(?=8)', outcome: 'unjudged' },
    ],
  }),
  ...operatorPair({
    group: 'Text',
    compares: 1,
    placeholder: 'paid, shipped',
    is: ['text-is-one-of', 'is one of', 'The value is one of a list, or of texts between commas.'],
    isNot: ['text-is-none-of', 'is none of', 'The value is none of a list, or of texts between commas.'],
    judge: judgeOneOf,
    examples: [
      { left: 'shipped', right: 'paid, shipped', outcome: 'met' },
      { left: 404, right: [404, 410], outcome: 'met' },
      { left: 'open', right: 'paid, shipped', outcome: 'unmet' },
      { left: 'open', right: ' , ', outcome: 'unjudged' },
    ],
  }),
];

type Wording = readonly [id: OperatorId, label: string, description: string];

function comparing(
  is: Wording,
  isNot: Wording,
  placeholder: string,
  holds: (text: string, other: string) => boolean,
  examples: readonly OperatorExample[],
  takesEmpty = false,
): readonly ConditionOperator[] {
  return operatorPair({
    group: 'Text',
    compares: 1,
    placeholder,
    is,
    isNot,
    judge: (left, right) =>
      judgeTexts(left, right, (text, other) =>
        // Every text contains the empty one: that is never what somebody asks for.
        other === '' && !takesEmpty ? unjudged('it is compared with nothing') : judged(holds(text, other)),
      ),
    examples,
  });
}

/** A value that is missing has no text, so that nothing holds of it; what has no text at all cannot be judged. */
function judgeTexts(
  { value: left }: Operand,
  { value: right }: Operand,
  judge: (text: string, other: string) => Judgement,
): Judgement {
  if (!hasText(left)) return unlike('value', left, 'text');
  if (right === null || !hasText(right)) return unlike('compared with', right, 'text');
  if (left !== null) return judge(valueText(left), valueText(right));
  const other = judge('', valueText(right));
  return other.outcome === 'unjudged' ? other : judged(false);
}

function judgePattern(text: string, pattern: string): Judgement {
  if (pattern === '') return unjudged('it is compared with nothing');
  const made = safePattern(pattern, text);
  return made.ok ? judged(made.value.test(text)) : unjudged(`its pattern ${made.failure}`);
}

function judgeOneOf(left: Operand, right: Operand): Judgement {
  if (!hasText(left.value)) return unlike('value', left.value, 'text');
  const texts = textsOf(right.value);
  if (texts === null) return unlike('compared with', right.value, 'a list');
  if (texts.length === 0) return unjudged('it is compared with nothing');
  return judged(left.value !== null && texts.includes(valueText(left.value)));
}

function textsOf(value: Value): readonly string[] | null {
  if (isValueList(value)) return value.filter((item) => item !== null && hasText(item)).map(valueText);
  if (value === null || !hasText(value)) return null;
  return valueText(value)
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function hasText(value: Value): boolean {
  return !isValueList(value) && !isValueObject(value);
}
