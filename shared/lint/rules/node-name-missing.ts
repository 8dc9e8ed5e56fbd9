import { withChangedNode } from '../../flow/edit-flow.ts';
import { freeNodeName } from '../../flow/flow-fragment.ts';
import { nodeKindTitles } from '../../nodes/node.ts';
import { flowFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Nodes without a name. */
export const nodeNameMissing: LintRule = {
  id: 'node-name-missing',
  severity: 'note',
  why: 'Lists, the timeline and sentences tell nodes by their names.',
  doc: 'Told for a node whose name is empty or only spaces.',
  checks: {
    node: (node) =>
      node.name.trim() !== '' || node.kind === 'note'
        ? []
        : [
            {
              message: `This ${nodeKindTitles[node.kind]} has no name.`,
              at: { field: 'Name of the node' },
              fixes: [
                flowFix(`Call it ${nodeKindTitles[node.kind]}`, (flow) => {
                  const taken = new Set(flow.nodes.map(({ name }) => name));
                  const name = freeNodeName(nodeKindTitles[node.kind], taken);
                  return withChangedNode(flow, node.id, (each) => ({ ...each, name }));
                }),
              ],
            },
          ],
  },
};
