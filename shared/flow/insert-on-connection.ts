import { doneExit } from '../nodes/loop-node.ts';
import { canBeEntered, nodeExits } from '../nodes/node-exits.ts';
import type { FlowNode, NodeKind } from '../nodes/node.ts';
import { connectionOf, withConnection, withNode } from './edit-flow.ts';
import type { Connection, Flow } from './flow.ts';

/** An exit of a flow, by which its one connection is named. */
export type FlowExit = Connection['from'];

/** The exit by which a run usually goes on from a node, and from a Loop when it is done; `null` where it goes nowhere. */
export function mainExit(node: FlowNode): string | null {
  return node.kind === 'loop' ? doneExit : (nodeExits(node)[0] ?? null);
}

/** Whether a node of this kind can stand between two others: it is come to, and it goes on. */
export function canStandBetween(node: FlowNode): boolean {
  return canBeEntered(node) && mainExit(node) !== null;
}

/** Whether a node of the flow stands there unused: nothing leads to it, and its main exit leads nowhere. */
export function isFreeToInsert(flow: Flow, nodeId: string): boolean {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  if (node === undefined || !canStandBetween(node)) return false;
  const isEntered = flow.connections.some(({ to }) => to === nodeId);
  return !isEntered && connectionOf(flow, nodeId, mainExit(node) ?? '') === undefined;
}

/** Whether a node that is in the flow can be put onto a connection without taking anything apart. */
export function canInsertExisting(flow: Flow, nodeId: string, exit: FlowExit): boolean {
  const isThere = connectionOf(flow, exit.node, exit.exit) !== undefined;
  return isThere && exit.node !== nodeId && isFreeToInsert(flow, nodeId);
}

/**
 * The flow with a node between an exit and where it led: the exit leads to the node, and the node's main exit to what came
 * after. A node that is not in the flow yet is added. Unchanged where the exit leads nowhere or the node cannot stand there.
 */
export function withInserted(flow: Flow, node: FlowNode, exit: FlowExit): Flow {
  const line = connectionOf(flow, exit.node, exit.exit);
  const onBy = mainExit(node);
  if (line === undefined || onBy === null || !canStandBetween(node)) return flow;
  const known = flow.nodes.some(({ id }) => id === node.id);
  if (known && !canInsertExisting(flow, node.id, exit)) return flow;
  const entered = withConnection(known ? flow : withNode(flow, node), line.from, node.id);
  return withConnection(entered, { node: node.id, exit: onBy }, line.to);
}

/** A node and every node that a run can come to from it. */
export function reachableFrom(flow: Flow, nodeId: string): ReadonlySet<string> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of flow.connections) {
    const known = targets.get(from.node);
    if (known === undefined) targets.set(from.node, [to]);
    else known.push(to);
  }
  const reached = new Set<string>([nodeId]);
  // A set grows while it is walked.
  for (const id of reached) for (const to of targets.get(id) ?? []) reached.add(to);
  return reached;
}

const neverBetween: readonly NodeKind[] = ['start', 'end', 'note'];

/** Whether new nodes of a kind can stand between two others, before there is one. */
export function kindStandsBetween(kind: NodeKind): boolean {
  return !neverBetween.includes(kind);
}
