import { isRuleGroup, type ConditionRule, type RuleOrGroup } from '../nodes/condition-node.ts';
import type { RulePath } from './rule-place.ts';

/** A rule and where it stands in its branch. */
export interface RuleEntry {
  readonly rule: ConditionRule;
  readonly path: RulePath;
}

/** Every rule among items, those of groups in their place. */
export function ruleEntries(items: readonly RuleOrGroup[], above: RulePath = []): readonly RuleEntry[] {
  return items.flatMap((item, at) => {
    const path = [...above, at];
    return isRuleGroup(item) ? ruleEntries(item.rules, path) : [{ rule: item, path }];
  });
}

/** Items with every rule changed; groups stay as they are. */
export function withRules(
  items: readonly RuleOrGroup[],
  change: (rule: ConditionRule, path: RulePath) => ConditionRule,
  above: RulePath = [],
): readonly RuleOrGroup[] {
  return items.map((item, at) => {
    const path = [...above, at];
    return isRuleGroup(item) ? { ...item, rules: withRules(item.rules, change, path) } : change(item, path);
  });
}
