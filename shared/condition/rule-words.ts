import type { ConditionBranch, ConditionRule } from '../nodes/condition-node.ts';
import { templateParts } from '../template/template-parts.ts';
import { operatorOf } from './operator-registry.ts';
import { ruleEntries } from './rule-entries.ts';

/** A rule as one reads it: `order.status is "paid"`. */
export function ruleWords(rule: ConditionRule): string {
  const { label, compares } = operatorOf(rule.operator);
  const left = operandWords(rule.left, false);
  if (compares === 0) return `${left} ${label}`;
  const isText = operatorOf(rule.operator).group === 'Text';
  const right = operandWords(rule.right ?? '', isText);
  const both = compares === 2 ? `${right} and ${operandWords(rule.upper ?? '', isText)}` : right;
  return `${left} ${label} ${both}`;
}

/** What a condition looks at first, and how much more there is: `order.status is "paid" · +1`. Empty where no rule is written. */
export function conditionWords(branches: readonly ConditionBranch[]): string {
  const entries = branches.flatMap(({ rules }) => ruleEntries(rules));
  const [first, ...others] = entries.filter(({ rule }) => rule.left !== '');
  if (first === undefined) return '';
  const words = ruleWords(first.rule);
  return others.length === 0 ? words : `${words} · +${String(others.length)}`;
}

/** A template that is one expression without its braces; other text in quotes where it is compared as text. */
function operandWords(template: string, isText: boolean): string {
  const parts = templateParts(template);
  const [only] = parts;
  if (parts.length === 1 && only?.kind !== 'text') return template.replace(/^\{\{\{?\s*|\s*\}?\}\}$/g, '');
  return isText ? `"${template}"` : template;
}
