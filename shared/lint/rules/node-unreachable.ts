import { connectionOf, withConnection, withoutNodes } from '../../flow/edit-flow.ts';
import { exitName } from '../../nodes/exit-name.ts';
import { canBeEntered, nodeExits } from '../../nodes/node-exits.ts';
import { flowOrder } from '../../flow/flow-order.ts';
import type { Flow } from '../../flow/flow.ts';
import type { FlowNode } from '../../nodes/node.ts';
import { nameOf } from '../connect-fixes.ts';
import type { Fix } from '../finding.ts';
import type { FlowFacts } from '../flow-facts.ts';
import { flowFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';
import { nodesFrom, reachedNodes } from '../reached-nodes.ts';

/** Nodes that no run comes to. */
export const nodeUnreachable: LintRule = {
  id: 'node-unreachable',
  severity: 'warning',
  why: 'No run ever comes to the node, so it does nothing.',
  doc: 'Told at the first node of a part of the flow that no way from the Start leads to. The flow’s error node counts as reached where a call can come to it.',
  checks: { structure: unreachable },
};

function unreachable(facts: FlowFacts): readonly Found[] {
  const { flow } = facts;
  const reached = reachedNodes(facts);
  const left = flow.nodes.filter(({ id, kind }) => !reached.has(id) && canBeEntered({ kind }));
  const told = new Set<string>();
  const into = new Set(left.flatMap(({ id }) => targetsOf(facts, id)));
  // Those that nothing leads to come first; what is left after them goes round by itself.
  const inTurn = [...left.filter(({ id }) => !into.has(id)), ...left];
  return inTurn.flatMap((node) => {
    if (told.has(node.id)) return [];
    const part = [...nodesFrom(facts, node)].filter((id) => !reached.has(id) && !told.has(id));
    for (const id of part) told.add(id);
    return [found(facts, node, part, reached)];
  });
}

const targetsOf = ({ flow }: FlowFacts, id: string): readonly string[] =>
  flow.connections.filter(({ from, to }) => from.node === id && to !== id).map(({ to }) => to);

function found(
  { flow }: FlowFacts,
  node: FlowNode,
  part: readonly string[],
  reached: ReadonlySet<string>,
): Found {
  const others = part.length - 1;
  const behind =
    others === 0 ? '' : `, nor to the ${others === 1 ? 'node' : `${String(others)} nodes`} behind it`;
  const removed = flowFix(
    others === 0 ? `Remove ${nameOf(node)}` : `Remove these ${String(part.length)} nodes`,
    (now) => withoutNodes(now, new Set(part)),
  );
  return {
    nodeId: node.id,
    message: `No way from the Start leads to ${nameOf(node)}${behind}.`,
    fixes: [...connected(flow, node, reached), removed],
  };
}

/** Connects the last exit that is free and has nothing to do with trouble. */
function connected(flow: Flow, node: FlowNode, reached: ReadonlySet<string>): readonly Fix[] {
  const connectedExits = new Set(flow.connections.map(({ from }) => `${from.node} ${from.exit}`));
  // Where the conversation has come to is where one goes on drawing.
  const last = flowOrder(flow)
    .map((each) => each.node)
    .filter(({ id }) => reached.has(id) && id !== node.id)
    .flatMap((source) => nodeExits(source).map((exit) => ({ source, exit })))
    .filter(({ source, exit }) => !troubles.has(exit) && !connectedExits.has(`${source.id} ${exit}`))
    .at(-1);
  if (last === undefined) return [];
  const { source, exit } = last;
  return [
    flowFix(`Connect ${nameOf(source)} › ${exitName(source, exit)} to it`, (now) =>
      connectionOf(now, source.id, exit) === undefined
        ? withConnection(now, { node: source.id, exit }, node.id)
        : now,
    ),
  ];
}

const troubles: ReadonlySet<string> = new Set(['error', 'failure', 'exception', 'failed']);
