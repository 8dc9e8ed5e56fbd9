import { isRuleGroup, type RuleOrGroup } from '../../nodes/condition-node.ts';
import { branchName } from '../../nodes/exit-name.ts';
import { withChangedNode } from '../../flow/edit-flow.ts';
import { flowFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Branches that no run takes. */
export const branchEmpty: LintRule = {
  id: 'branch-empty',
  severity: 'warning',
  why: 'A branch without a rule that looks at something is never taken.',
  doc: 'Told for a branch of a condition that has no rule, or none that looks at anything.',
  checks: {
    node: (node) =>
      node.kind !== 'condition'
        ? []
        : node.config.branches.flatMap((branch, at) => {
            if (branch.rules.some(hasRule)) return [];
            const name = branchName(branch, at) ?? branch.id;
            const removed = flowFix(`Remove the branch ${name}`, (flow) =>
              withChangedNode(flow, node.id, (now) =>
                now.kind !== 'condition'
                  ? now
                  : {
                      ...now,
                      config: { branches: now.config.branches.filter(({ id }) => id !== branch.id) },
                    },
              ),
            );
            return [
              {
                message: `The branch ${name} has no rule, so it is never taken.`,
                exit: branch.id,
                fixes: [removed],
              },
            ];
          }),
  },
};

/** A rule that looks at nothing is never met. */
const hasRule = (item: RuleOrGroup): boolean =>
  isRuleGroup(item) ? item.rules.some(hasRule) : item.left.trim() !== '';
