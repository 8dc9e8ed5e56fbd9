import { exitName } from '../../nodes/exit-name.ts';
import { endAdded, nameOf } from '../connect-fixes.ts';
import type { FlowFacts } from '../flow-facts.ts';
import type { Found, LintRule } from '../lint-rule.ts';

/** Exits without trouble by which a run ends as failed. */
export const exitUnconnected: LintRule = {
  id: 'exit-unconnected',
  severity: 'error',
  why: 'A run that leaves by an exit without a connection ends as failed.',
  doc: 'Told for every exit of a node that a run can take without any trouble, such as `success` or `no-answer`, and that leads nowhere. A bare `next` ends the run as it should and is a note of its own.',
  checks: { structure: unconnected },
};

function unconnected({ flow, leavings }: FlowFacts): readonly Found[] {
  return flow.nodes.flatMap((node) => {
    const failing = leavings(node).filter(({ leaving, way }) => !leaving.trouble && way.type === 'failure');
    const exits = new Set(failing.map(({ leaving }) => leaving.exits.at(-1) ?? leaving.exits[0]));
    return [...exits].map((exit) => ({
      nodeId: node.id,
      exit,
      message: `${nameOf(node)} › ${exitName(node, exit)} leads nowhere: a run that leaves by it ends as failed.`,
      fixes: [endAdded(node, exit)],
    }));
  });
}
