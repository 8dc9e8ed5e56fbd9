import { dateOperators } from './date-operators.ts';
import { listOperators } from './list-operators.ts';
import { numberOperators } from './number-operators.ts';
import type { ConditionOperator } from './operator.ts';
import type { OperatorId } from './operator-ids.ts';
import { textOperators } from './text-operators.ts';
import { kindOperators, valueOperators } from './value-operators.ts';

/** Every operator, in the order of the menu and the guide. */
export const conditionOperators: readonly ConditionOperator[] = [
  ...textOperators,
  ...numberOperators,
  ...dateOperators,
  ...listOperators,
  ...valueOperators,
  ...kindOperators,
];

const byId = new Map(conditionOperators.map((operator) => [operator.id, operator]));

/** The operator that a rule names. */
export function operatorOf(id: OperatorId): ConditionOperator {
  const operator = byId.get(id);
  if (operator === undefined) throw new Error(`There is no operator ${id}.`);
  return operator;
}
