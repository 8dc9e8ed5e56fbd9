// Edits of rules by their place, and the words that tell a rule.
import { describe, expect, test } from 'vitest';
import { withItemAt, withListAt, withOperator } from '#shared/condition/edit-rules.ts';
import { ruleEntries } from '#shared/condition/rule-entries.ts';
import { ruleFieldLabel, ruleNumber } from '#shared/condition/rule-place.ts';
import { conditionWords, ruleWords } from '#shared/condition/rule-words.ts';
import type { ConditionRule, RuleOrGroup } from '#shared/nodes/condition-node.ts';
import { storyId } from '../../../stories/story-id.ts';

const rule = (left: string): ConditionRule => ({ left, operator: 'text-is', right: 'paid' });
const items: readonly RuleOrGroup[] = [rule('a'), { match: 'any', rules: [rule('b'), rule('c')] }, rule('d')];
const lefts = (list: readonly RuleOrGroup[]) =>
  ruleEntries(list).map((entry) => `${ruleNumber(entry.path)} ${entry.rule.left}`);

describe('rules by their place', () => {
  test('are listed with those of groups in their place', () => {
    expect(lefts(items)).toEqual(['1 a', '2.1 b', '2.2 c', '3 d']);
    expect(ruleFieldLabel('Paid', [1, 0], 'right')).toBe('Paid, rule 2.1, compared with');
  });

  test('are changed, taken out and added to, and nothing else is', () => {
    expect(lefts(withItemAt(items, [1, 1], () => rule('C')))).toEqual(['1 a', '2.1 b', '2.2 C', '3 d']);
    expect(lefts(withItemAt(items, [1, 0], () => null))).toEqual(['1 a', '2.1 c', '3 d']);
    expect(lefts(withItemAt(items, [1], () => null))).toEqual(['1 a', '2 d']);
    expect(lefts(withListAt(items, [1], (list) => [...list, rule('e')]))).toContain('2.3 e');
    expect(lefts(withListAt(items, [], (list) => list.toReversed()))[0]).toBe('1 d');
  });

  test('stay as they are where there is no such place', () => {
    expect(withItemAt(items, [7], () => null)).toBe(items);
    expect(withItemAt(items, [0, 1], () => null)).toBe(items);
    expect(withItemAt(items, [], () => null)).toBe(items);
    expect(withListAt(items, [0], () => [])).toEqual(items);
  });

  test('have the operands that their operator compares, and no others', () => {
    expect(withOperator(rule('a'), 'value-exists')).toEqual({ left: 'a', operator: 'value-exists' });
    const between = { left: 'a', operator: 'number-between', right: 'paid', upper: '' };
    expect(withOperator(rule('a'), 'number-between')).toEqual(between);
    expect(withOperator({ left: 'a', operator: 'value-exists' }, 'text-is')).toEqual({
      ...rule('a'),
      right: '',
    });
  });
});

describe('the words of a rule', () => {
  test.each<[ConditionRule, string]>([
    [{ left: '{{order.status}}', operator: 'text-is', right: 'paid' }, 'order.status is "paid"'],
    [{ left: '{{ amount }}', operator: 'number-at-least', right: '{{limit}}' }, 'amount ≥ limit'],
    [
      { left: '{{amount}}', operator: 'number-between', right: '1', upper: '10' },
      'amount is between 1 and 10',
    ],
    [{ left: '{{order}}', operator: 'value-exists' }, 'order has a value'],
    [{ left: '{{a}} {{b}}', operator: 'text-contains', right: '' }, '{{a}} {{b}} contains ""'],
  ])('%j', (each, words) => {
    expect(ruleWords(each)).toBe(words);
  });

  test('of a condition are those of its first rule and how many there are besides', () => {
    const branch = (rules: readonly RuleOrGroup[]) => ({
      id: storyId('br', 'Paid'),
      name: 'Paid',
      match: 'all' as const,
      rules: [...rules],
    });
    expect(conditionWords([branch(items)])).toBe('a is "paid" · +3');
    expect(conditionWords([branch([]), branch([rule('{{x}}')])])).toBe('x is "paid"');
    expect(conditionWords([branch([rule('')])])).toBe('');
    expect(conditionWords([])).toBe('');
  });
});
