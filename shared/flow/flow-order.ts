import { doneExit, eachExit } from '../nodes/loop-node.ts';
import { nodeExits } from '../nodes/node-exits.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { Flow } from './flow.ts';

/** A node with how deep it stands below the branches that lead to it. */
export interface OrderedNode {
  readonly node: FlowNode;
  readonly depth: number;
}

/**
 * The nodes in the order in which a conversation meets them: from the Start along the exits, branch after branch, then
 * what cannot be reached, from left to right. A step after a node with one way out stays at its depth; branches go one deeper.
 */
export function flowOrder(flow: Flow): readonly OrderedNode[] {
  const byId = new Map<string, FlowNode>(flow.nodes.map((node) => [node.id, node]));
  const targets = new Map(flow.connections.map(({ from, to }) => [`${from.node} ${from.exit}`, to]));
  const ordered: OrderedNode[] = [];
  const seen = new Set<string>();
  const waiting: OrderedNode[] = roots(flow).map((node) => ({ node, depth: 0 }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next.node.id)) continue;
    seen.add(next.node.id);
    ordered.push(next);
    waiting.unshift(...following(next, byId, targets));
  }
  return ordered;
}

// The Start first; then every other node, so that what nothing leads to comes late, and notes at the very end.
function roots(flow: Flow): readonly FlowNode[] {
  const rank = ({ kind }: FlowNode) => (kind === 'start' ? 0 : kind === 'note' ? 2 : 1);
  // The first of several Starts is where a run begins, wherever it stands.
  const byPlace = (a: FlowNode, b: FlowNode) =>
    a.kind === 'start' ? 0 : a.position.x - b.position.x || a.position.y - b.position.y;
  return [...flow.nodes].sort((a, b) => rank(a) - rank(b) || byPlace(a, b));
}

function following(
  { node, depth }: OrderedNode,
  byId: ReadonlyMap<string, FlowNode>,
  targets: ReadonlyMap<string, string>,
): readonly OrderedNode[] {
  const next = nodeExits(node)
    .map((exit) => byId.get(targets.get(`${node.id} ${exit}`) ?? ''))
    .filter((target) => target !== undefined);
  // A loop goes on where it stood; only what it repeats is inside of it.
  if (node.kind === 'loop')
    return inLoop(node, depth, (exit) => byId.get(targets.get(`${node.id} ${exit}`) ?? ''));
  const branches = new Set(next).size > 1;
  return next.map((target) => ({ node: target, depth: branches ? depth + 1 : depth }));
}

function inLoop(
  { id }: FlowNode,
  depth: number,
  target: (exit: string) => FlowNode | undefined,
): readonly OrderedNode[] {
  const [first, after] = [target(eachExit), target(doneExit)];
  return [
    ...(first === undefined || first.id === id ? [] : [{ node: first, depth: depth + 1 }]),
    ...(after === undefined ? [] : [{ node: after, depth }]),
  ];
}
