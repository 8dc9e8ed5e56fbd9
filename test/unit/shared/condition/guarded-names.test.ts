// A rule that asks for a value stands guard for those behind it, as long as all of them must be met.
import { expect, test } from 'vitest';
import { guardedNames } from '#shared/condition/guarded-names.ts';
import type { ConditionRule, RuleOrGroup } from '#shared/nodes/condition-node.ts';

const exists: ConditionRule = { left: '{{order.total}}', operator: 'value-exists' };
const filled: ConditionRule = { left: '{{note}}', operator: 'value-empty-not' };
const large: ConditionRule = { left: '{{amount}}', operator: 'number-greater', right: '100' };
const rules: readonly RuleOrGroup[] = [exists, large, { match: 'all', rules: [filled] }, filled, large];

test.each([
  [0, []],
  [1, ['order']],
  [3, ['order']],
  [4, ['order', 'note']],
])('before rule %i of all: %j', (at, names) => {
  expect(guardedNames({ match: 'all', rules }, at)).toEqual(names);
});

test('nothing is sure where any of them is enough', () => {
  expect(guardedNames({ match: 'any', rules }, 4)).toEqual([]);
});
