// Generates conditions, for what has to hold of every one of them.
import fc from 'fast-check';
import { operatorIds } from '#shared/condition/operator-ids.ts';
import type { Operand } from '#shared/condition/operand.ts';
import type { ConditionBranch, ConditionRule, RuleGroup, RuleOrGroup } from '#shared/nodes/condition-node.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value } from '#shared/value/value.ts';
import { storyId } from '../stories/story-id.ts';
import { anyValue } from './any-value.ts';

/** Values of every kind, among them those that are close to each other. */
export const anyOperandValue: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(
    ...[null, '', 'paid', 'Paid', '5', '5.0', ' ', 'true', '2026-01-31', '2026-01-31T08:00:00Z', '(', '1, 5'],
    ...[5, 0, -1, 1e21, new ExactNumber('5.0'), new ExactNumber('12345678901234567890'), true, false],
    ...[[], ['paid', 5], {}, { paid: 5 }],
  ),
  anyValue,
);

/** An operand, written or typed. */
export const anyOperand: fc.Arbitrary<Operand> = fc
  .tuple(anyOperandValue, fc.boolean())
  .map(([value, isWritten]) => ({ value, isWritten: isWritten && typeof value === 'string' }));

const anyTemplate = fc.constantFrom(
  ...['', 'paid', '5', '{{status}}', '{{amount}}', '{{ amount }} pieces', '{{list}}', '{{nobody}}', 'true'],
  ...['{{#if status}}{{status}}{{/if}}', '2026-01-31', '{{list.0}}'],
);

/** A rule over a few variables, some of which nothing sets. */
export const anyRule: fc.Arbitrary<ConditionRule> = fc.record({
  left: anyTemplate,
  operator: fc.constantFrom(...operatorIds),
  right: anyTemplate,
  upper: anyTemplate,
});

/** Rules and groups of any of the given leaves. */
export function anyGroupOf<Leaf extends ConditionRule>(leaf: fc.Arbitrary<Leaf>): fc.Arbitrary<RuleGroup> {
  const { group } = fc.letrec<{ group: RuleGroup; item: RuleOrGroup }>((tie) => ({
    item: fc.oneof({ maxDepth: 3, depthIdentifier: 'group' }, leaf, tie('group')),
    group: fc.record({
      match: fc.constantFrom('all' as const, 'any' as const),
      rules: fc.array(tie('item'), { maxLength: 4, depthIdentifier: 'group' }),
    }),
  }));
  return group;
}

/** Branches with ids of their own. */
export function anyBranches(group: fc.Arbitrary<RuleGroup>): fc.Arbitrary<readonly ConditionBranch[]> {
  return fc.array(group, { maxLength: 4 }).map((groups) =>
    groups.map(({ match, rules }, at) => ({
      id: storyId('br', `branch ${String(at)}`),
      name: `Branch ${String(at + 1)}`,
      match,
      rules: [...rules],
    })),
  );
}
