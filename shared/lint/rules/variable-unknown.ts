import type { LintRule } from '../lint-rule.ts';
import { isSecretThere, nameFindings } from '../name-findings.ts';

/** Names that nothing gives a value. */
export const variableUnknown: LintRule = {
  id: 'variable-unknown',
  severity: 'error',
  why: 'Nothing gives the name a value there, so it is empty text, or an exception in a strict flow.',
  doc: 'Told for a name that no way to the node sets and that is no value of the active environment. To ask whether a variable of the flow is set (`{{#if order}}`) is no mistake.',
  checks: {
    place: (node, facts) =>
      nameFindings(
        node,
        facts,
        (name, here) => here.troubleKind(name) === 'error' && !isSecretThere(name, here),
      ),
  },
};
