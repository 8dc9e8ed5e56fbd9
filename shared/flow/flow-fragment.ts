import { z } from 'zod';
import type { GroupId, NodeId } from '../ids/ids.ts';
import { nodeSchema, type FlowNode } from '../nodes/node.ts';
import { canBeEntered, nodeExits } from '../nodes/node-exits.ts';
import { connectionSchema, type Connection, type Flow } from './flow.ts';
import { wholePixels, type CanvasPoint } from './canvas-point.ts';
import { groupByNode, groupSchema, groupsOf, type Group } from './group.ts';

/** Nodes, the connections among them and the groups round them as text on the clipboard, so that they go between flows and windows. */
export const flowFragmentSchema = z.strictObject({
  format: z.literal('flowbench.nodes'),
  version: z.literal(1),
  nodes: z.array(nodeSchema).min(1).max(5000),
  connections: z.array(connectionSchema),
  groups: z.array(groupSchema).optional(),
});

export type FlowFragment = z.infer<typeof flowFragmentSchema>;

/** A flow with what was put into it. */
export interface AddedFragment {
  readonly flow: Flow;
  readonly added: readonly NodeId[];
  readonly addedGroups: readonly GroupId[];
}

/**
 * The chosen nodes of a flow, with the connections that begin and end among them and the groups that have nobody else;
 * `null` where none is chosen.
 */
export function fragmentOf(flow: Flow, ids: ReadonlySet<string>): FlowFragment | null {
  const nodes = flow.nodes.filter((node) => ids.has(node.id));
  if (nodes.length === 0) return null;
  const connections = flow.connections.filter(({ from, to }) => ids.has(from.node) && ids.has(to));
  const groups = groupsOf(flow).filter(
    (group) => group.nodes.length > 0 && group.nodes.every((id) => ids.has(id)),
  );
  return { format: 'flowbench.nodes', version: 1, nodes, connections, ...(groups.length > 0 && { groups }) };
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
 * The flow with a fragment's nodes and groups under new ids, moved by an offset, and the ids they got. A second Start is left out: a
 * flow begins at one place. The text may have been written by hand, so connections that a flow cannot have are left out
 * as well.
 */
export function withFragment(
  flow: Flow,
  fragment: FlowFragment,
  offset: CanvasPoint,
  newNodeId: () => NodeId,
  newGroupId: () => GroupId,
): AddedFragment {
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
  const groups = copiedGroups(fragment, ids, offset, newGroupId);
  return {
    flow: {
      ...flow,
      nodes: [...flow.nodes, ...nodes],
      connections: [...flow.connections, ...connections],
      ...(groups.length > 0 && { groups: [...groupsOf(flow), ...groups] }),
    },
    added: nodes.map((node) => node.id),
    addedGroups: groups.map((group) => group.id),
  };
}

/** A group of which no node came along is left out. */
function copiedGroups(
  fragment: FlowFragment,
  ids: ReadonlyMap<string, NodeId>,
  offset: CanvasPoint,
  newGroupId: () => GroupId,
): readonly Group[] {
  const byNode = groupByNode(fragment);
  return groupsOf(fragment).flatMap((group) => {
    const own = group.nodes.filter((id) => byNode.get(id) === group);
    const nodes = [...new Set(own)].flatMap((id) => ids.get(id) ?? []);
    const { x, y } = group.position;
    const position = wholePixels({ x: x + offset.x, y: y + offset.y });
    return nodes.length === 0 ? [] : [{ ...group, id: newGroupId(), nodes, position }];
  });
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
