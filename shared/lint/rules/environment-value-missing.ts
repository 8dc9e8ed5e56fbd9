import { templateNames } from '../../template/template-names.ts';
import { endpointTemplates } from '../endpoint-templates.ts';
import { isMissingKey, missingKeySentence } from '../environment-keys.ts';
import type { LintRule } from '../lint-rule.ts';
import { nameFindings } from '../name-findings.ts';

/** Values that the active environment does not have. */
export const environmentValueMissing: LintRule = {
  id: 'environment-value-missing',
  severity: 'error',
  why: 'With the environment that is active the value is missing, and so is whatever is made of it.',
  doc: 'Told where a node or an API endpoint reads `@env.name` and the active environment has no such value that is switched on. The sentence says which other environments have it.',
  checks: {
    place: (node, facts) =>
      nameFindings(node, facts, (name) => isMissingKey(name, facts.around)).map((found) => ({
        ...found,
        message: missingKeySentence(keyIn(found.message), facts.around),
      })),
    endpoint: (endpoint, around) =>
      endpointTemplates(endpoint).flatMap(({ text, at }) =>
        templateNames(text)
          .filter((name) => isMissingKey(name, around))
          .map(({ path: [, key = ''], start, end }) => ({
            message: missingKeySentence(key, around),
            at: { ...at, range: { start, end } },
          })),
      ),
  },
};

/** The editor's sentence ends with the name. */
const keyIn = (message: string): string => / has no value (.*)\.$/.exec(message)?.[1] ?? '';
