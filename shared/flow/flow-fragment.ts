import { z } from 'zod';
import type { NodeId } from '../ids/ids.ts';
import { nodeSchema, type FlowNode } from '../nodes/node.ts';
import { connectionSchema, type Flow } from './flow.ts';
import type { CanvasPoint } from './edit-flow.ts';

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
 * flow begins at one place.
 */
export function withFragment(
  flow: Flow,
  fragment: FlowFragment,
  offset: CanvasPoint,
  newNodeId: () => NodeId,
): { readonly flow: Flow; readonly added: readonly NodeId[] } {
  const hasStart = flow.nodes.some((node) => node.kind === 'start');
  const taken = fragment.nodes.filter((node) => !(node.kind === 'start' && hasStart));
  const ids = new Map<string, NodeId>(taken.map((node) => [node.id, newNodeId()]));
  const names = new Set(flow.nodes.map((node) => node.name));
  const nodes = taken.map((node) => copied(node, ids.get(node.id) ?? newNodeId(), offset, names));
  const connections = fragment.connections.flatMap(({ from, to }) => {
    const source = ids.get(from.node);
    const target = ids.get(to);
    return source === undefined || target === undefined
      ? []
      : [{ from: { node: source, exit: from.exit }, to: target }];
  });
  return {
    flow: { ...flow, nodes: [...flow.nodes, ...nodes], connections: [...flow.connections, ...connections] },
    added: nodes.map((node) => node.id),
  };
}

function copied(node: FlowNode, id: NodeId, offset: CanvasPoint, names: Set<string>): FlowNode {
  const name = freeNodeName(node.name, names);
  names.add(name);
  const position = { x: Math.round(node.position.x + offset.x), y: Math.round(node.position.y + offset.y) };
  return { ...node, id, name, position };
}

/** A node name that is not taken: `Get order`, then `Get order 2`. */
export function freeNodeName(wanted: string, taken: ReadonlySet<string>): string {
  const stem = wanted.replace(/ \d+$/, '');
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${stem} ${String(count)}`;
  return name;
}
