import type { LintRule } from '../lint-rule.ts';
import { nameFindings } from '../name-findings.ts';

/** Names that only some ways set. */
export const variablePerhapsUnset: LintRule = {
  id: 'variable-perhaps-unset',
  severity: 'warning',
  why: 'On the way that leaves it unset the text is empty where the value should be.',
  doc: 'Told for a variable that some way to the node does not set, with the step to blame. A default, a question (`{{#if order}}`) or another connection mends it.',
  checks: {
    place: (node, facts) => nameFindings(node, facts, (name, here) => here.troubleKind(name) === 'warning'),
  },
};
