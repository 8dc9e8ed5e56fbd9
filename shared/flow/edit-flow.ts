import type { NodeId } from '../ids/ids.ts';
import { canBeEntered, nodeExits } from '../nodes/node-exits.ts';
import type { FlowNode } from '../nodes/node.ts';
import { wholePixels, type CanvasPoint } from './canvas-point.ts';
import type { Connection, Flow } from './flow.ts';
import { withoutMembers } from './edit-groups.ts';

/** The flow with one node more. */
export function withNode(flow: Flow, node: FlowNode): Flow {
  return { ...flow, nodes: [...flow.nodes, node] };
}

/** The flow without some nodes and without the connections that touched them; an error node that goes is unset. Groups keep their frames. */
export function withoutNodes(flow: Flow, ids: ReadonlySet<string>): Flow {
  if (!flow.nodes.some((node) => ids.has(node.id))) return flow;
  return {
    ...withoutMembers(flow, ids),
    nodes: flow.nodes.filter((node) => !ids.has(node.id)),
    connections: flow.connections.filter(({ from, to }) => !ids.has(from.node) && !ids.has(to)),
    errorNode: flow.errorNode !== null && ids.has(flow.errorNode) ? null : flow.errorNode,
  };
}

/** The flow with nodes at new places, each at whole pixels. */
export function withPositions(flow: Flow, places: ReadonlyMap<string, CanvasPoint>): Flow {
  const nodes = flow.nodes.map((node) => {
    const place = places.get(node.id);
    if (place === undefined) return node;
    const position = wholePixels(place);
    if (position.x === node.position.x && position.y === node.position.y) return node;
    return { ...node, position };
  });
  return nodes.some((node, at) => node !== flow.nodes[at]) ? { ...flow, nodes } : flow;
}

/** The flow with one node changed. Connections of exits that the node no longer has go with them. */
export function withChangedNode(flow: Flow, id: string, change: (node: FlowNode) => FlowNode): Flow {
  const before = flow.nodes.find((node) => node.id === id);
  if (before === undefined) return flow;
  const after = change(before);
  if (after === before) return flow;
  const exits = new Set(nodeExits(after));
  const lost = new Set(nodeExits(before).filter((exit) => !exits.has(exit)));
  return {
    ...flow,
    nodes: flow.nodes.map((node) => (node.id === id ? after : node)),
    connections:
      lost.size === 0
        ? flow.connections
        : flow.connections.filter(({ from }) => from.node !== id || !lost.has(from.exit)),
  };
}

/** Whether a node may be the error node of a flow: a run has to be able to come to it. */
export const canBeErrorNode = canBeEntered;

/** The flow with a node as its error node, in place of the one before; without one where the node is it already. */
export function withErrorNodeToggled(flow: Flow, id: string): Flow {
  const node = flow.nodes.find((each) => each.id === id);
  if (node === undefined || !canBeErrorNode(node)) return flow;
  return { ...flow, errorNode: flow.errorNode === node.id ? null : node.id };
}

/** Whether an exit may be connected to a node: both exist, and nothing leads into a Start or a note. */
export function canConnect(flow: Flow, from: Connection['from'], to: string): boolean {
  const source = flow.nodes.find((node) => node.id === from.node);
  const target = flow.nodes.find((node) => node.id === to);
  return (
    source !== undefined &&
    target !== undefined &&
    canBeEntered(target) &&
    nodeExits(source).includes(from.exit)
  );
}

/** The flow with an exit connected to a node, in place of where it led before; unchanged where that is not allowed. */
export function withConnection(flow: Flow, from: Connection['from'], to: NodeId): Flow {
  if (!canConnect(flow, from, to) || connectionOf(flow, from.node, from.exit)?.to === to) return flow;
  const others = flow.connections.filter((each) => !leavesFrom(each, from));
  return { ...flow, connections: [...others, { from, to }] };
}

/**
 * The flow with a connection that leaves from another exit or leads to another node than before; unchanged where that is
 * not allowed, and where it is the connection that was there.
 */
export function withMovedConnection(
  flow: Flow,
  old: { readonly node: string; readonly exit: string },
  from: Connection['from'],
  to: NodeId,
): Flow {
  if (!canConnect(flow, from, to)) return flow;
  const without = leavesFrom({ from, to }, old) ? flow : withoutConnections(flow, [old]);
  return withConnection(without, from, to);
}

/** The flow without the connections that leave from the given exits. */
export function withoutConnections(
  flow: Flow,
  exits: readonly { readonly node: string; readonly exit: string }[],
): Flow {
  const connections = flow.connections.filter((each) => !exits.some((exit) => leavesFrom(each, exit)));
  return connections.length === flow.connections.length ? flow : { ...flow, connections };
}

/** The connection of an exit, or `undefined`. */
export function connectionOf(flow: Flow, node: string, exit: string): Connection | undefined {
  return flow.connections.find((each) => leavesFrom(each, { node, exit }));
}

function leavesFrom(connection: Connection, exit: { readonly node: string; readonly exit: string }): boolean {
  return connection.from.node === exit.node && connection.from.exit === exit.exit;
}
