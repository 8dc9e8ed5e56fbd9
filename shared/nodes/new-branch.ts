import type { BranchId } from '../ids/ids.ts';
import type { ConditionBranch, ConditionRule } from './condition-node.ts';

/** The rule that a branch or a group begins with: it looks at nothing yet, and so is never met. */
export const emptyRule: ConditionRule = { left: '', operator: 'text-is', right: '' };

/** A branch with one empty rule, under a name that none of the others has. */
export function newBranch(id: BranchId, others: readonly Pick<ConditionBranch, 'name'>[]): ConditionBranch {
  const taken = new Set(others.map(({ name }) => name));
  let number = others.length + 1;
  while (taken.has(`Branch ${String(number)}`)) number += 1;
  return { id, name: `Branch ${String(number)}`, match: 'all', rules: [emptyRule] };
}
