import { z } from 'zod';
import type { NodeId } from '../ids/ids.ts';
import { nodeSchema, type FlowNode } from '../nodes/node.ts';
import { canBeEntered, nodeExits } from '../nodes/node-exits.ts';
import { connectionSchema, type Connection, type Flow } from './flow.ts';
import { wholePixels, type CanvasPoint } from './canvas-point.ts';

/** Nodes and the connections among them as text on the clipboard, so that they go between flows and windows. */
export const flowFragmentSchema = z.strictObject({
  format: z.literal('flowbench.nodes'),
  version: z.literal(1),
  nodes: z.array(nodeSchema).min(1).max(5000),
  connections: z.array(connectionSchema),
});

export type FlowFragment = z.infer<typeof flowFragmentSchema>;

/** The chosen nodes of a flow, with the connections that begin and end among them; `null` where none is chosen. */
export function fragmentOf(flow: Flow, ids: ReadonlySet<string>): FlowFragment | null {
  const nodes = flow.nodes.filter((node) => ids.has(node.id));
  if (nodes.length === 0) return null;
  const connections = flow.connections.filter(({ from, to }) => ids.has(from.node) && ids.has(to));
  return { format: 'flowbench.nodes', version: 1, nodes, connections };
}

/** Reads a fragment from clipboard text; `null` for any other text. */
export function fragmentFromText(text: string): FlowFragment | null {
  try {
    const parsed = flowFragmentSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * The flow with a fragment's nodes under new ids, moved by an offset, and the ids it got. A second Start is left out: a
 * flow begins at one place. The text may have been written by hand, so connections that a flow cannot have are left out
 * as well.
 */
export function withFragment(
  flow: Flow,
  fragment: FlowFragment,
  offset: CanvasPoint,
  newNodeId: () => NodeId,
): { readonly flow: Flow; readonly added: readonly NodeId[] } {
  const ids = new Map<string, NodeId>();
  const names = new Set(flow.nodes.map((node) => node.name));
  let hasStart = flow.nodes.some((node) => node.kind === 'start');
  const nodes = fragment.nodes.flatMap((node) => {
    if (ids.has(node.id) || (node.kind === 'start' && hasStart)) return [];
    if (node.kind === 'start') hasStart = true;
    const id = newNodeId();
    ids.set(node.id, id);
    return [copied(node, id, offset, names)];
  });
  const connections = connectionsAmong(nodes, ids, fragment.connections);
  return {
    flow: { ...flow, nodes: [...flow.nodes, ...nodes], connections: [...flow.connections, ...connections] },
    added: nodes.map((node) => node.id),
  };
}

function connectionsAmong(
  nodes: readonly FlowNode[],
  ids: ReadonlyMap<string, NodeId>,
  connections: readonly Connection[],
): readonly Connection[] {
  const byId = new Map<string, FlowNode>(nodes.map((node) => [node.id, node]));
  const used = new Set<string>();
  return connections.flatMap(({ from: { node, exit }, to }) => {
    const source = byId.get(ids.get(node) ?? '');
    const target = byId.get(ids.get(to) ?? '');
    if (source === undefined || target === undefined || !canBeEntered(target)) return [];
    const key = `${source.id} ${exit}`;
    if (used.has(key) || !nodeExits(source).includes(exit)) return [];
    used.add(key);
    return [{ from: { node: source.id, exit }, to: target.id }];
  });
}

function copied(node: FlowNode, id: NodeId, offset: CanvasPoint, names: Set<string>): FlowNode {
  const name = freeNodeName(node.name, names);
  names.add(name);
  const position = wholePixels({ x: node.position.x + offset.x, y: node.position.y + offset.y });
  return { ...node, id, name, position };
}

/** A node name that is not taken: `Get order`, then `Get order 2`. */
export function freeNodeName(wanted: string, taken: ReadonlySet<string>): string {
  const stem = wanted.replace(/ \d+$/, '');
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${stem} ${String(count)}`;
  return name;
}
