import { withConnection, withNode } from '../../flow/edit-flow.ts';
import { flowOrder } from '../../flow/flow-order.ts';
import { canBeEntered } from '../../nodes/node-exits.ts';
import { newNodeNamed } from '../connect-fixes.ts';
import { flowFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** A flow needs a place to begin. */
export const startMissing: LintRule = {
  id: 'start-missing',
  severity: 'error',
  why: 'A flow without a Start cannot be run.',
  doc: 'Told once for a flow that has no Start node. The fix adds one on the left and connects it to the first node.',
  checks: {
    structure: ({ flow, graph }) =>
      graph.start !== null
        ? []
        : [{ message: `"${flow.name}" has no Start, so there is nowhere to begin.`, fixes: [startAdded] }],
  },
};

const startAdded = flowFix('Add a Start', (flow, newNodeId) => {
  if (flow.nodes.some(({ kind }) => kind === 'start')) return flow;
  const first = flowOrder(flow).find(({ node }) => canBeEntered(node))?.node;
  const left = Math.min(0, ...flow.nodes.map(({ position }) => position.x - 220));
  const id = newNodeId();
  const at = { x: left, y: first?.position.y ?? 0 };
  const added = withNode(flow, newNodeNamed(flow, 'start', id, at));
  return first === undefined ? added : withConnection(added, { node: id, exit: 'next' }, first.id);
});
