import { connectionOf } from '#shared/flow/edit-flow.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { canBeEntered, nodeExits } from '#shared/nodes/node-exits.ts';
import { nodeKindTitles, type FlowNode } from '#shared/nodes/node.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { connected, disconnected, flowNow } from './canvas-edits.ts';
import { pickAsked } from './quick-pick-store.ts';

const noConnection = 'none';

/** Connects by keyboard: asks which exit, where there are several, and then where it shall lead. */
export function askForConnection(flowId: string, nodeId: string): void {
  const flow = flowNow(flowId);
  const node = flow?.nodes.find((each) => each.id === nodeId);
  if (flow === undefined || node === undefined) return;
  const exits = nodeExits(node);
  const [only] = exits;
  if (only === undefined) return;
  if (exits.length === 1) {
    askForTarget(flow, node, only);
    return;
  }
  pickAsked({
    title: `Connect which exit of ${node.name}?`,
    items: exits.map((exit) => ({
      key: exit,
      icon: 'arrow-right',
      label: exitName(node, exit),
      context: leadsTo(flow, node, exit),
    })),
    onPick: (exit) => askForTarget(flow, node, exit),
  });
}

function askForTarget(flow: Flow, node: FlowNode, exit: string): void {
  const targets = flowOrder(flow).filter((each) => canBeEntered(each.node) && each.node.id !== node.id);
  const isConnected = connectionOf(flow, node.id, exit) !== undefined;
  pickAsked({
    title: `${node.name}, ${exitName(node, exit)}: connect to`,
    items: [
      ...targets.map((target) => ({
        key: target.node.id,
        icon: target.node.kind,
        label: target.node.name,
        context: nodeKindTitles[target.node.kind],
      })),
      ...(isConnected
        ? [{ key: noConnection, icon: 'x' as const, label: 'Nothing', context: 'remove the connection' }]
        : []),
    ],
    onPick: (key) => {
      const from = { node: node.id, exit };
      if (key === noConnection) disconnected(flow.id, [from]);
      else connected(flow.id, from, key);
    },
  });
}

function leadsTo(flow: Flow, node: FlowNode, exit: string): string {
  const to = connectionOf(flow, node.id, exit)?.to;
  const target = flow.nodes.find((each) => each.id === to);
  return target === undefined ? 'not connected' : `leads to ${target.name}`;
}
