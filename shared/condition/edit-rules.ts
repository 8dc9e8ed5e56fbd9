import { isRuleGroup, type ConditionRule, type RuleOrGroup } from '../nodes/condition-node.ts';
import { operatorOf } from './operator-registry.ts';
import type { OperatorId } from './operator-ids.ts';
import type { RulePath } from './rule-place.ts';

/** Items with the one at a path changed; `null` takes it out. The same items where there is none. */
export function withItemAt(
  items: readonly RuleOrGroup[],
  [at = -1, ...below]: RulePath,
  change: (item: RuleOrGroup) => RuleOrGroup | null,
): readonly RuleOrGroup[] {
  const item = items[at];
  if (item === undefined) return items;
  if (below.length > 0)
    return isRuleGroup(item)
      ? items.with(at, { ...item, rules: withItemAt(item.rules, below, change) })
      : items;
  const next = change(item);
  return next === null ? items.toSpliced(at, 1) : items.with(at, next);
}

/** Items with the list that an item stands in changed: the rules of its group, or all of them at the top. */
export function withListAt(
  items: readonly RuleOrGroup[],
  group: RulePath,
  change: (list: readonly RuleOrGroup[]) => readonly RuleOrGroup[],
): readonly RuleOrGroup[] {
  if (group.length === 0) return change(items);
  return withItemAt(items, group, (item) =>
    isRuleGroup(item) ? { ...item, rules: change(item.rules) } : item,
  );
}

/** A rule with another operator, and with exactly the operands that this one compares. */
export function withOperator(rule: ConditionRule, operator: OperatorId): ConditionRule {
  const { compares } = operatorOf(operator);
  return {
    left: rule.left,
    operator,
    ...(compares > 0 ? { right: rule.right ?? '' } : {}),
    ...(compares > 1 ? { upper: rule.upper ?? '' } : {}),
  };
}
