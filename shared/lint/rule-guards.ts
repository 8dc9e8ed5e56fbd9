import { guardedNames } from '../condition/guarded-names.ts';
import { operatorOf } from '../condition/operator-registry.ts';
import { ruleFieldLabel, type RulePath } from '../condition/rule-place.ts';
import { isRuleGroup, type ConditionNode, type RuleGroup } from '../nodes/condition-node.ts';
import { branchName } from '../nodes/exit-name.ts';

/** Says whether a name may be unset in a field, because its rule asks for that or one before it has. */
export type IsAsked = (name: string) => boolean;

/** What may be unset in the fields of a condition's rules, by the label of the field. */
export function ruleGuards({ config }: ConditionNode): ReadonlyMap<string, IsAsked> {
  const guards = new Map<string, IsAsked>();
  for (const [at, branch] of config.branches.entries())
    addGuards(guards, branchName(branch, at) ?? '', branch, [], []);
  return guards;
}

function addGuards(
  guards: Map<string, IsAsked>,
  branch: string,
  group: RuleGroup,
  path: RulePath,
  outside: readonly string[],
): void {
  for (const [at, item] of group.rules.entries()) {
    const below = [...path, at];
    const known = new Set([...outside, ...guardedNames(group, at)]);
    if (isRuleGroup(item)) {
      addGuards(guards, branch, item, below, [...known]);
      continue;
    }
    const { asks } = operatorOf(item.operator);
    guards.set(ruleFieldLabel(branch, below, 'left'), (name) => asks || known.has(name));
    for (const side of ['right', 'upper'] as const)
      guards.set(ruleFieldLabel(branch, below, side), (name) => known.has(name));
  }
}
