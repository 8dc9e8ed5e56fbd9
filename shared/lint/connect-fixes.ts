import { withConnection, withNode, withoutNodes } from '../flow/edit-flow.ts';
import { freeNodeName } from '../flow/flow-fragment.ts';
import type { Flow } from '../flow/flow.ts';
import type { NodeId } from '../ids/ids.ts';
import { exitName } from '../nodes/exit-name.ts';
import { newNode } from '../nodes/new-node.ts';
import type { FlowNode, NodeKind } from '../nodes/node.ts';
import type { Fix } from './finding.ts';
import { flowFix } from './flow-fix.ts';

/** How far a new node stands from the one it is connected to, in pixels. */
const besidePx = { x: 260, y: 0 };
/** How far further down where the place is taken. */
const stepPx = 96;

/** A fix that adds an End behind an exit. */
export function endAdded(node: FlowNode, exit: string): Fix {
  return flowFix(`Connect ${exitName(node, exit)} to a new End`, (flow, newNodeId) => {
    const source = flow.nodes.find(({ id }) => id === node.id);
    if (source === undefined) return flow;
    const id = newNodeId();
    const at = { x: source.position.x + besidePx.x, y: source.position.y + besidePx.y };
    const added = withNode(flow, newNodeNamed(flow, 'end', id, freePlace(flow, at)));
    return withConnection(added, { node: source.id, exit }, id);
  });
}

/** A new node with a name that is not taken. */
export function newNodeNamed(
  flow: Flow,
  kind: NodeKind,
  id: NodeId,
  at: { readonly x: number; readonly y: number },
): FlowNode {
  const node = newNode(kind, id, at);
  return { ...node, name: freeNodeName(node.name, new Set(flow.nodes.map(({ name }) => name))) };
}

function freePlace(flow: Flow, at: { readonly x: number; readonly y: number }) {
  const isTaken = (y: number) =>
    flow.nodes.some(
      ({ position }) => Math.abs(position.x - at.x) < besidePx.x && Math.abs(position.y - y) < stepPx,
    );
  let { y } = at;
  while (isTaken(y)) y += stepPx;
  return { x: at.x, y };
}

/** A fix that takes a node out and leads the ways into it on to where its only exit led. */
export function nodeTakenOut(node: FlowNode): Fix {
  return flowFix(`Remove ${nameOf(node)}`, (flow) => {
    const on = flow.connections.find(({ from }) => from.node === node.id && from.exit === 'next')?.to;
    const into = flow.connections.filter(({ from, to }) => to === node.id && from.node !== node.id);
    const without = withoutNodes(flow, new Set([node.id]));
    if (on === undefined || on === node.id) return without;
    return into.reduce((after, { from }) => withConnection(after, from, on), without);
  });
}

/** What a node is called in a sentence. */
export function nameOf({ name }: FlowNode): string {
  return name.trim() === '' ? 'the node without a name' : name;
}
