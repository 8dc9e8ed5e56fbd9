import { parsesNatively } from '../../value/parses-natively.ts';
import type { LintRule } from '../lint-rule.ts';
import { diagnosticFound, nodeTemplates } from '../node-templates.ts';
import { jsonTroubles } from '../template-checks.ts';

/** JSON bodies that are none, whatever their values are. */
export const jsonInvalid: LintRule = {
  id: 'json-invalid',
  severity: 'error',
  why: 'A body that is no JSON after rendering is never sent: the call ends as an exception.',
  doc: 'Told where the text between the expressions of a JSON body, or of the variables of GraphQL, is broken whatever the values are. Broken defaults of inputs are told by `input-default-invalid`.',
  checks: {
    node: (node) =>
      nodeTemplates(node)
        .filter(
          ({ into, tab, text }) => into === 'json' && tab === 'body' && text !== '' && !parsesNatively(text),
        )
        .flatMap((template) =>
          jsonTroubles(template.text).map((each) => diagnosticFound(node, template, each)),
        ),
  },
};
