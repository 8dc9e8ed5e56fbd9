import { connectionOf } from '#shared/flow/edit-flow.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { canBeEntered, nodeExits } from '#shared/nodes/node-exits.ts';
import { nodeKindTitles, type FlowNode } from '#shared/nodes/node.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { connectionPicked } from '../../store/selection-store.ts';
import { connected, disconnected, flowNow, reconnected } from './canvas-edits.ts';
import { exitOfLine, lineId, type ExitName } from './line-names.ts';
import { pickAsked, type QuickPickItem } from './quick-pick-store.ts';

const noConnection = 'none';

/** Connects by keyboard: asks which exit, where there are several, and then where it shall lead. */
export function askForConnection(flowId: string, nodeId: string): void {
  const flow = flowNow(flowId);
  const node = flow?.nodes.find((each) => each.id === nodeId);
  if (flow === undefined || node === undefined) return;
  const exits = nodeExits(node);
  const [only] = exits;
  if (only === undefined) return;
  if (exits.length === 1) askForTarget(flowId, { node: nodeId, exit: only });
  else
    pickAsked({
      title: `Connect which exit of ${node.name}?`,
      items: exitItems(flow, node),
      onPick: (key) => askForTarget(flowId, exitOfLine(key)),
    });
}

/** Asks where an exit shall lead. */
export function askForTarget(flowId: string, from: ExitName): void {
  const flow = flowNow(flowId);
  const node = flow?.nodes.find((each) => each.id === from.node);
  if (flow === undefined || node === undefined) return;
  const targets = flowOrder(flow).filter((each) => canBeEntered(each.node) && each.node.id !== node.id);
  const isConnected = connectionOf(flow, node.id, from.exit) !== undefined;
  pickAsked({
    title: `${node.name}, ${exitName(node, from.exit)}: connect to`,
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
      if (key === noConnection) disconnected(flowId, [from]);
      else connected(flowId, from, key);
    },
  });
}

/** Asks by which other exit a connection shall leave: of the same node, or of another. */
export function askForExit(flowId: string, old: ExitName): void {
  const flow = flowNow(flowId);
  const to = flow === undefined ? undefined : connectionOf(flow, old.node, old.exit)?.to;
  if (flow === undefined || to === undefined) return;
  const nodes = flowOrder(flow).map(({ node }) => node);
  const own = nodes.filter(({ id }) => id === old.node);
  const others = nodes.filter(({ id }) => id !== old.node && id !== to);
  pickAsked({
    title: 'Leave by which exit?',
    items: [...own, ...others]
      .flatMap((node) => exitItems(flow, node, `${node.name}, `))
      .filter(({ key }) => key !== lineId(old.node, old.exit)),
    onPick: (key) => {
      const exit = exitOfLine(key);
      reconnected(flowId, old, exit, to);
      connectionPicked(flowId, exit);
    },
  });
}

function exitItems(flow: Flow, node: FlowNode, before = ''): readonly QuickPickItem[] {
  return nodeExits(node).map((exit) => ({
    key: lineId(node.id, exit),
    icon: 'arrow-right',
    label: `${before}${exitName(node, exit)}`,
    context: leadsTo(flow, node, exit),
  }));
}

function leadsTo(flow: Flow, node: FlowNode, exit: string): string {
  const to = connectionOf(flow, node.id, exit)?.to;
  const target = flow.nodes.find((each) => each.id === to);
  return target === undefined ? 'not connected' : `leads to ${target.name}`;
}
