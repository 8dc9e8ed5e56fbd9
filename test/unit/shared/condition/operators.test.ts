// Every operator with values of every kind: what it says of each, and that its negation says the opposite.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Judgement } from '#shared/condition/judgement.ts';
import { noOperand, type Operand } from '#shared/condition/operand.ts';
import { operatorIds, type OperatorId } from '#shared/condition/operator-ids.ts';
import { conditionOperators, operatorOf } from '#shared/condition/operator-registry.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value } from '#shared/value/value.ts';
import { anyOperand } from '../../../support/any-condition.ts';
import { runs } from '../../../support/runs.ts';

const typed = (value: Value): Operand => ({ value, isWritten: false });
const written = (value: string): Operand => ({ value, isWritten: true });

function judge(id: OperatorId, left: Operand, right = noOperand, upper = noOperand): Judgement['outcome'] {
  return operatorOf(id).judge(left, right, upper).outcome;
}

const kinds = {
  missing: null,
  empty: '',
  text: 'paid',
  digits: '5',
  day: '2026-01-31',
  number: 5,
  boolean: true,
  list: ['paid', 5],
  object: { paid: 5 },
} as const satisfies Record<string, Value>;

/** `+` met, `-` not met, `?` cannot be judged; the columns are the kinds in their order. */
const table: readonly (readonly [OperatorId, readonly string[], string])[] = [
  //                                          missing empty text digits day number boolean list object
  ['text-is', ['5'], '- - - + - + - ? ?'],
  ['text-is', [''], '- + - - - - - ? ?'],
  ['text-contains', ['a'], '- - + - - - - ? ?'],
  ['text-contains', [''], '? ? ? ? ? ? ? ? ?'],
  ['text-starts-with', ['p'], '- - + - - - - ? ?'],
  ['text-ends-with', ['e'], '- - - - - - + ? ?'],
  ['text-matches', ['^[0-9]+$'], '- - - + - + - ? ?'],
  ['text-matches', ['(?=a)'], '? ? ? ? ? ? ? ? ?'],
  ['text-is-one-of', ['paid, 5'], '- - + + - + - ? ?'],
  ['text-is-one-of', [','], '? ? ? ? ? ? ? ? ?'],
  ['number-equals', ['5.0'], '- ? ? + ? + ? ? ?'],
  ['number-equals', ['many'], '? ? ? ? ? ? ? ? ?'],
  ['number-less', ['6'], '? ? ? + ? + ? ? ?'],
  ['number-greater', ['5'], '? ? ? - ? - ? ? ?'],
  ['number-between', ['5', '6'], '? ? ? + ? + ? ? ?'],
  ['number-between', ['6', '5'], '? ? ? ? ? ? ? ? ?'],
  ['date-before', ['2026-02-01'], '? ? ? ? + + ? ? ?'],
  ['date-after', ['2026-01-31'], '? ? ? ? - - ? ? ?'],
  ['date-on', ['2026-01-31'], '- ? ? ? + - ? ? ?'],
  ['date-on', ['31.1.2026'], '? ? ? ? ? ? ? ? ?'],
  ['list-contains', ['5'], '- ? ? ? ? ? ? + ?'],
  ['list-contains', ['cup'], '- ? ? ? ? ? ? - ?'],
  ['length-equals', ['2'], '? - - - - ? ? + ?'],
  ['length-less', ['2'], '? + - + - ? ? - ?'],
  ['length-greater', ['3'], '? - + - + ? ? - ?'],
  ['value-exists', [], '- + + + + + + + +'],
  ['value-empty', [], '+ + - - - - - - -'],
  ['value-true', [], '- ? ? ? ? ? + ? ?'],
  ['value-false', [], '- ? ? ? ? ? - ? ?'],
  ['value-same', ['5'], '- - - + - + - - -'],
  ['value-same', ['["paid",5]'], '- - - - - - - + -'],
  ['kind-text', [], '- + + + + - - - -'],
  ['kind-number', [], '- - - - - + - - -'],
  ['kind-boolean', [], '- - - - - - + - -'],
  ['kind-list', [], '- - - - - - - + -'],
  ['kind-object', [], '- - - - - - - - +'],
];

const signs = { '+': 'met', '-': 'unmet', '?': 'unjudged' } as const;
const opposite = { met: 'unmet', unmet: 'met', unjudged: 'unjudged' } as const;

describe('operators and kinds of values', () => {
  const rows = table.flatMap(([id, [right, upper], outcomes]) =>
    Object.entries(kinds).map(([kind, value], at) => {
      const sign = outcomes.split(' ')[at] as keyof typeof signs;
      return { id, right, upper, kind, value, outcome: signs[sign] };
    }),
  );

  it.each(rows)('$id $right $upper of $kind: $outcome', ({ id, right, upper, value, outcome }) => {
    const operands = [right, upper].map((each) => (each === undefined ? noOperand : written(each)));
    expect(judge(id, typed(value), ...operands)).toBe(outcome);
    expect(judge(operatorOf(id).negation, typed(value), ...operands)).toBe(opposite[outcome]);
  });

  it('are all in the table, each or its negation', () => {
    const told = new Set(table.flatMap(([id]) => [id, operatorOf(id).negation]));
    expect(operatorIds.filter((id) => !told.has(id))).toEqual([]);
    expect(rows).toHaveLength(36 * 9);
  });
});

describe('numbers', () => {
  test.each([
    ['number-equals', new ExactNumber('12345678901234567890'), '12345678901234567890', 'met'],
    ['number-equals', new ExactNumber('12345678901234567891'), '12345678901234567890', 'unmet'],
    ['number-greater', new ExactNumber('12345678901234567891'), '12345678901234567890', 'met'],
    ['number-equals', new ExactNumber('1.10'), '1.1', 'met'],
    ['number-less', 0.1, '0.10000000000000001', 'met'],
    ['number-equals', ' +5 ', '5', 'met'],
    ['number-equals', '1,500', '1500', 'unjudged'],
  ] as const)('%s of %s and %s: %s', (id, left, right, outcome) => {
    expect(judge(id, typed(left), written(right))).toBe(outcome);
  });
});

describe('what is compared with', () => {
  test.each(conditionOperators.filter(({ compares, id }) => compares > 0 && !id.startsWith('value-same')))(
    '$id cannot be judged where that is missing',
    ({ id }) => {
      for (const value of Object.values(kinds))
        expect(judge(id, typed(value), typed(null), typed(null))).toBe('unjudged');
    },
  );

  test('a list is one of its items, whatever their kind', () => {
    expect(judge('text-is-one-of', typed(404), typed([404, null, {}]))).toBe('met');
    expect(judge('text-is-one-of', typed(''), typed([null]))).toBe('unjudged');
  });

  test('typed values are not read from text', () => {
    expect(judge('value-same', typed(5), typed('5'))).toBe('unmet');
    expect(judge('value-same', typed(5), written('5'))).toBe('met');
    expect(judge('list-contains', typed([5]), typed('5'))).toBe('unmet');
    expect(judge('list-contains', typed(['5']), written('5'))).toBe('met');
  });
});

describe('the registry', () => {
  it('has every operator once, in the order of its names', () => {
    expect(conditionOperators.map(({ id }) => id)).toEqual(operatorIds);
  });

  it('calls no two operators the same, so that a rule can be read without its menu', () => {
    const labels = conditionOperators.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('keeps groups together', () => {
    const groups = conditionOperators.map(({ group }) => group);
    const runsOfGroups = groups.filter((group, at) => group !== groups[at - 1]);
    expect(runsOfGroups).toEqual([...new Set(groups)]);
  });

  it.each(conditionOperators)('$id does what its examples say', ({ id, examples, compares, placeholder }) => {
    expect(examples.length).toBeGreaterThan(1);
    expect(placeholder === '').toBe(compares === 0);
    for (const { left, right = null, upper = null, outcome } of examples) {
      const [other, most] = [right, upper].map((value) =>
        typeof value === 'string' ? written(value) : typed(value),
      );
      expect(judge(id, typed(left), other, most), JSON.stringify({ left, right })).toBe(outcome);
    }
  });

  it('never says the same of a value as the negation does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...conditionOperators),
        anyOperand,
        anyOperand,
        anyOperand,
        ({ id, negation }, left, right, upper) => {
          expect(operatorOf(negation).negation).toBe(id);
          expect(judge(negation, left, right, upper)).toBe(opposite[judge(id, left, right, upper)]);
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});
