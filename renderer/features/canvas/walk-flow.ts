import type { Flow } from '#shared/flow/flow.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { ExitName } from './line-names.ts';

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Where following a connection leads: on, back, or to what another exit of the same source leads to. */
export function followed(flow: Flow, nodeId: string, key: ArrowKey): string | undefined {
  if (key === 'ArrowRight') return targetsOf(flow, nodeId)[0];
  const source = flow.connections.find(({ to }) => to === nodeId)?.from.node;
  if (key === 'ArrowLeft' || source === undefined) return key === 'ArrowLeft' ? source : undefined;
  const siblings = targetsOf(flow, source);
  return siblings[siblings.indexOf(nodeId) + (key === 'ArrowDown' ? 1 : -1)];
}

/** The node before or after another in the order in which a conversation meets them. */
export function stepped(flow: Flow, nodeId: string, key: ArrowKey): string | undefined {
  const ids = flowOrder(flow).map(({ node }) => node.id as string);
  const on = key === 'ArrowRight' || key === 'ArrowDown';
  return ids[ids.indexOf(nodeId) + (on ? 1 : -1)];
}

function targetsOf(flow: Flow, nodeId: string): readonly string[] {
  const node = flow.nodes.find((each) => each.id === nodeId);
  if (node === undefined) return [];
  return nodeExits(node).flatMap((exit) => {
    const found = flow.connections.find(({ from }) => from.node === nodeId && from.exit === exit);
    return found === undefined ? [] : [found.to];
  });
}

/** The connections at a node, by their exits: those that leave it in the order of its exits, else those that lead to it. */
export function linesAt(flow: Flow, nodeId: string): readonly ExitName[] {
  const node = flow.nodes.find((each) => each.id === nodeId);
  if (node === undefined) return [];
  const leaving = nodeExits(node).filter((exit) =>
    flow.connections.some(({ from }) => from.node === nodeId && from.exit === exit),
  );
  if (leaving.length > 0) return leaving.map((exit) => ({ node: nodeId, exit }));
  return flow.connections.filter(({ to }) => to === nodeId).map(({ from }) => from);
}

/** Where an arrow leads from a connection: to the node at either end, or to the next connection of the one it leaves. */
export function fromLine(
  flow: Flow,
  line: ExitName,
  key: ArrowKey,
): { readonly nodeId: string } | { readonly line: ExitName } | undefined {
  if (key === 'ArrowLeft') return { nodeId: line.node };
  if (key === 'ArrowRight') {
    const to = flow.connections.find(({ from }) => from.node === line.node && from.exit === line.exit)?.to;
    return to === undefined ? undefined : { nodeId: to };
  }
  const lines = linesAt(flow, line.node);
  const at = lines.findIndex(({ exit }) => exit === line.exit);
  const next = lines[at + (key === 'ArrowDown' ? 1 : -1)];
  return next === undefined ? undefined : { line: next };
}
