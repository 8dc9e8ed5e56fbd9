import { isRuleGroup, type RuleGroup } from '../nodes/condition-node.ts';
import { namesRead } from '../flow/names-read.ts';
import type { OperatorId } from './operator-ids.ts';

const guards: ReadonlySet<OperatorId> = new Set(['value-exists', 'value-empty-not']);

/**
 * The names that have a value wherever an item of a group is looked at: where all rules must be met, those before it have
 * been, and one of them may have asked for the name.
 */
export function guardedNames({ match, rules }: RuleGroup, at: number): readonly string[] {
  if (match !== 'all') return [];
  const asking = rules
    .slice(0, at)
    .flatMap((item) => (!isRuleGroup(item) && guards.has(item.operator) ? [item.left] : []));
  return namesRead(asking);
}
