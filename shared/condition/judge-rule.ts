import type { ConditionRule } from '../nodes/condition-node.ts';
import { succeeded, type Outcome } from '../outcome/outcome.ts';
import { unjudged, type Judgement } from './judgement.ts';
import { noOperand, type Operand } from './operand.ts';
import { operatorOf } from './operator-registry.ts';
import type { RuleSide } from './rule-place.ts';

/** A rule with what its templates gave: its value, then what its operator compared it with. */
export interface JudgedRule {
  readonly judgement: Judgement;
  readonly operands: readonly Operand[];
}

/** Gives the operand of one side of a rule, told whether the operator asks if there is a value. */
export type ReadOperand<Failure> = (
  template: string,
  side: RuleSide,
  asks: boolean,
) => Outcome<Operand, Failure>;

/** Reads the operands of a rule and judges them; fails where a template does. */
export function judgeRule<Failure>(
  rule: ConditionRule,
  read: ReadOperand<Failure>,
): Outcome<JudgedRule, Failure> {
  const { compares, judge, asks } = operatorOf(rule.operator);
  const left = read(rule.left, 'left', asks);
  if (!left.ok) return left;
  const right = compares > 0 ? read(rule.right ?? '', 'right', false) : nothing;
  if (!right.ok) return right;
  const upper = compares > 1 ? read(rule.upper ?? '', 'upper', false) : nothing;
  if (!upper.ok) return upper;
  // A rule that nobody has written yet must not decide anything: "nothing is nothing" would be met.
  const judgement =
    rule.left === '' ? unjudged('it looks at no value') : judge(left.value, right.value, upper.value);
  return succeeded({ judgement, operands: [left.value, right.value, upper.value].slice(0, compares + 1) });
}

const nothing = succeeded(noOperand);
