import type { Value } from '../value/value.ts';
import { negated, type Judgement } from './judgement.ts';
import type { Operand } from './operand.ts';
import type { OperatorId } from './operator-ids.ts';

/** The headings of the menu and of the guide: what kind of values the operators below them compare. */
export type OperatorGroup = 'Text' | 'Number' | 'Date' | 'List and length' | 'Any value' | 'Kind of value';

/** A way to compare. The menu, the hints, the summaries and the guide are made from these and from nothing else. */
export interface ConditionOperator {
  readonly id: OperatorId;
  readonly group: OperatorGroup;
  /** Between the operands: `is not`, `≤`. No two operators have the same. */
  readonly label: string;
  /** With how many operands the value is compared. */
  readonly compares: 0 | 1 | 2;
  /** The operator that is met exactly where this one is not, both being judged. */
  readonly negation: OperatorId;
  /** Asks whether there is a value, so that nothing is wrong where it is unknown. */
  readonly asks: boolean;
  /** One sentence: when it is met. */
  readonly description: string;
  /** What to write on the right, as a placeholder; empty where nothing is compared with. */
  readonly placeholder: string;
  readonly judge: (left: Operand, right: Operand, upper: Operand) => Judgement;
  /** What it makes of values; shown in the guide and run by the tests. */
  readonly examples: readonly OperatorExample[];
}

/** A value beside what it is compared with; text on the right counts as written. */
export interface OperatorExample {
  readonly left: Value;
  readonly right?: Value;
  readonly upper?: Value;
  readonly outcome: Judgement['outcome'];
}

interface Pair extends Pick<ConditionOperator, 'group' | 'compares' | 'judge' | 'examples'> {
  readonly placeholder?: string;
  readonly asks?: boolean;
  readonly is: Wording;
  readonly isNot: Wording;
}

type Wording = readonly [id: OperatorId, label: string, description: string];

/** An operator and its negation, so that one cannot say anything else than the other. */
export function operatorPair({
  is,
  isNot,
  judge,
  examples,
  asks = false,
  ...pair
}: Pair): readonly ConditionOperator[] {
  const { placeholder = '' } = pair;
  const named = ([id, label, description]: Wording, negation: OperatorId) => ({
    ...pair,
    id,
    label,
    description,
    negation,
    placeholder,
    asks,
  });
  return [
    { ...named(is, isNot[0]), judge, examples },
    {
      ...named(isNot, is[0]),
      judge: (left, right, upper) => negated(judge(left, right, upper)),
      examples: examples.map((example) => ({ ...example, outcome: opposite[example.outcome] })),
    },
  ];
}

const opposite = { met: 'unmet', unmet: 'met', unjudged: 'unjudged' } as const;
