import { connectionOf, withConnection } from '../../flow/edit-flow.ts';
import { loopBody } from '../../flow/loop-body.ts';
import { eachExit } from '../../nodes/loop-node.ts';
import type { NodeOf } from '../../nodes/node.ts';
import { nameOf } from '../connect-fixes.ts';
import type { Fix } from '../finding.ts';
import type { FlowFacts } from '../flow-facts.ts';
import { flowFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';
import { nextNodes } from '../reached-nodes.ts';

/** Loops whose body does not lead back to them. */
export const loopNeverReturns: LintRule = {
  id: 'loop-never-returns',
  severity: 'warning',
  why: 'Only the first item is looked at, and `done` is taken for an empty list alone.',
  doc: 'Told for a loop whose `each` is connected and from whose body no way leads back to it. The last node of the body has to lead back to the loop, which then goes on with the next item.',
  checks: {
    structure: (facts) =>
      facts.flow.nodes.flatMap((node) =>
        node.kind === 'loop' && isLeftAtOnce(facts, node) ? [found(facts, node)] : [],
      ),
  },
};

function isLeftAtOnce(facts: FlowFacts, { id }: NodeOf<'loop'>): boolean {
  const first = facts.graph.target(id, eachExit);
  if (first === null || first.id === id) return false;
  return !bodyOf(facts, id).some((node) => nextNodes(facts, node).some((next) => next.id === id));
}

const bodyOf = ({ flow, graph }: FlowFacts, id: NodeOf<'loop'>['id']) => {
  const body = loopBody(graph, id);
  return flow.nodes.filter((node) => body.has(node.id));
};

function found(facts: FlowFacts, node: NodeOf<'loop'>): Found {
  return {
    nodeId: node.id,
    exit: eachExit,
    message: `No way from ${nameOf(node)} › each leads back to it, so that there is no second round.`,
    fixes: bodyOf(facts, node.id).flatMap((last) => ledBack(facts, last, node)),
  };
}

/** Connects the bare `next` of a node in the body, where the run would end. */
function ledBack(
  { leavings }: FlowFacts,
  last: FlowFacts['flow']['nodes'][number],
  loop: NodeOf<'loop'>,
): readonly Fix[] {
  return leavings(last)
    .filter(({ way }) => way.type === 'end')
    .map(({ exit }) =>
      flowFix(`Connect ${nameOf(last)} › ${exit} to ${nameOf(loop)}`, (now) =>
        connectionOf(now, last.id, exit) === undefined
          ? withConnection(now, { node: last.id, exit }, loop.id)
          : now,
      ),
    );
}
