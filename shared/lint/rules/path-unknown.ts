import type { FlowNode } from '../../nodes/node.ts';
import { pathDiagnostics } from '../../template/language/path-diagnostics.ts';
import type { FlowFacts } from '../flow-facts.ts';
import type { Found, LintRule } from '../lint-rule.ts';
import { templatesRead } from '../node-templates-read.ts';
import { shapesKnown } from '../shapes-known.ts';
import { diagnosticFound } from '../node-templates.ts';
import { canBeRead } from '../template-checks.ts';

/** Paths into values that look misspelt. */
export const pathUnknown: LintRule = {
  id: 'path-unknown',
  severity: 'warning',
  why: 'A path that leads nowhere gives empty text.',
  doc: 'Told for a key that is nearly one that the values have, such as `order.staus_code`, and for a key of a list’s items without saying which item. What the values have comes from the kinds of nodes, from defaults and from runs.',
  checks: { place: unknownPaths },
};

function unknownPaths(node: FlowNode, facts: FlowFacts): readonly Found[] {
  return templatesRead(node)
    .filter(({ template }) => /[./]/.test(template.text) && canBeRead(template.text))
    .flatMap(({ template, names }) =>
      pathDiagnostics(template.text, shapesKnown(names, facts)).map((each) =>
        diagnosticFound(node, template, each),
      ),
    );
}
