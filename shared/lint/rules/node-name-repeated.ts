import { withChangedNode } from '../../flow/edit-flow.ts';
import { freeNodeName } from '../../flow/flow-fragment.ts';
import { flowFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Nodes that are called alike. */
export const nodeNameRepeated: LintRule = {
  id: 'node-name-repeated',
  severity: 'note',
  why: 'Lists, the timeline and sentences tell nodes by their names.',
  doc: 'Told for every node but the first that has the name of another one.',
  checks: {
    structure: ({ flow }) => {
      const seen = new Set<string>();
      return flow.nodes.flatMap((node) => {
        const { id, name } = node;
        if (node.kind === 'note') return [];
        if (name === '' || !seen.has(name)) {
          seen.add(name);
          return [];
        }
        const free = freeNodeName(name, new Set(flow.nodes.map((each) => each.name)));
        const fixes = [
          flowFix(`Call it ${free}`, (now) => withChangedNode(now, id, (each) => ({ ...each, name: free }))),
        ];
        return [{ nodeId: id, message: `Another node is called ${name}, too.`, at: nameField, fixes }];
      });
    },
  },
};

const nameField = { field: 'Name of the node' };
