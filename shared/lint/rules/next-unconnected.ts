import { endAdded, nameOf } from '../connect-fixes.ts';
import type { LintRule } from '../lint-rule.ts';

/** A bare `next` ends the run. */
export const nextUnconnected: LintRule = {
  id: 'next-unconnected',
  severity: 'note',
  why: 'The run ends there, which may be meant or forgotten.',
  doc: 'Told for every `next` without a connection. Such a run ends normally; an End says so and can give a result.',
  checks: {
    structure: ({ flow, leavings }) =>
      flow.nodes.flatMap((node) =>
        leavings(node)
          .filter(({ way }) => way.type === 'end')
          .map(({ exit }) => ({
            nodeId: node.id,
            exit,
            message: `A run ends after ${nameOf(node)}, for its ${exit} leads nowhere.`,
            fixes: [endAdded(node, exit)],
          })),
      ),
  },
};
