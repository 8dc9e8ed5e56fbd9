import { withoutNodes } from '../../flow/edit-flow.ts';
import { nameOf } from '../connect-fixes.ts';
import { flowFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** The interpreter begins at the first Start, whatever others there are. */
export const startRepeated: LintRule = {
  id: 'start-repeated',
  severity: 'warning',
  why: 'A run begins at the first Start only, so another one and its inputs are never used.',
  doc: 'Told at every Start but the first of the file. Such a flow comes from a merge or another program; the canvas makes one Start only.',
  checks: {
    structure: ({ flow, graph }) =>
      flow.nodes
        .filter((node) => node.kind === 'start' && node.id !== graph.start?.id)
        .map((node) => ({
          nodeId: node.id,
          message: `${nameOf(node)} is a second Start; a run begins at the first one only.`,
          fixes: [flowFix(`Remove ${nameOf(node)}`, (now) => withoutNodes(now, new Set([node.id])))],
        })),
  },
};
