import type { LintRule } from '../lint-rule.ts';
import { endpointTemplates } from '../endpoint-templates.ts';
import { diagnosticFound, nodeTemplates } from '../node-templates.ts';
import { syntaxTroubles } from '../template-checks.ts';

/** Templates that cannot be rendered. */
export const templateInvalid: LintRule = {
  id: 'template-invalid',
  severity: 'error',
  why: 'A template that cannot be read ends the run as failed, or its call as an exception.',
  doc: 'Told for braces that are not closed, blocks that do not match, helpers and blocks that do not exist, and wrong counts of arguments, in nodes and in API endpoints; rows that are off are left alone.',
  checks: {
    node: (node) =>
      nodeTemplates(node).flatMap((template) =>
        syntaxTroubles(template.text, template.into).map((each) => diagnosticFound(node, template, each)),
      ),
    endpoint: (endpoint) =>
      endpointTemplates(endpoint).flatMap(({ text, into, at }) =>
        syntaxTroubles(text, into).map(({ message, start, end }) => ({
          message,
          at: { ...at, range: { start, end } },
        })),
      ),
  },
};
