import type { Flow } from '#shared/flow/flow.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';

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
