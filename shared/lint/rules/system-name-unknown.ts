import type { LintRule } from '../lint-rule.ts';
import { nameFindings } from '../name-findings.ts';

/** Names with an `@` that mean nothing. */
export const systemNameUnknown: LintRule = {
  id: 'system-name-unknown',
  severity: 'error',
  why: 'There is no such name, so it never has a value.',
  doc: 'Told for a name with `@` that is no system name, such as `@flo`, and for `@index` and the like outside `#each`.',
  checks: {
    place: (node, facts) =>
      nameFindings(node, facts, ({ name }) => name.startsWith('@') && !facts.around.systemNames.has(name)),
  },
};
