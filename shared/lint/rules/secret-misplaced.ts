import type { LintRule } from '../lint-rule.ts';
import { isSecretThere, nameFindings } from '../name-findings.ts';

/** Secrets where they may not be used. */
export const secretMisplaced: LintRule = {
  id: 'secret-misplaced',
  severity: 'error',
  why: 'A secret may go to the API it is for and nowhere else: elsewhere its name has no value.',
  doc: 'Told where a field other than those of API endpoints and API Calls reads a secret value of the active environment.',
  checks: {
    place: (node, facts) => nameFindings(node, facts, (name, here) => isSecretThere(name, here)),
  },
};
