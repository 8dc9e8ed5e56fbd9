import type { Flow } from '../flow/flow.ts';
import type { NodeId } from '../ids/ids.ts';
import type { FlowNode, NodeOf } from '../nodes/node.ts';

/** A flow made ready for walking: what a document lists, found by name. */
export interface FlowGraph {
  readonly flow: Flow;
  /** The first Start; a flow that has none cannot be run. */
  readonly start: NodeOf<'start'> | null;
  /** Where trouble goes that no connection takes; `null` if there is none or its node is gone. */
  readonly errorNode: FlowNode | null;
  node(id: NodeId): FlowNode | null;
  /** The node that an exit is connected to; `null` if it is not, or if that node is gone. */
  target(from: NodeId, exit: string): FlowNode | null;
}

/** Indexes a flow. Of two connections from one exit the first counts. */
export function flowGraph(flow: Flow): FlowGraph {
  // A file may say what the canvas does not let anybody draw; to a run a note is not there.
  const nodes = new Map(flow.nodes.filter(({ kind }) => kind !== 'note').map((node) => [node.id, node]));
  const targets = new Map<NodeId, Map<string, FlowNode>>();
  for (const { from, to } of flow.connections) {
    const node = nodes.get(to);
    const exits = targets.get(from.node) ?? new Map<string, FlowNode>();
    targets.set(from.node, exits);
    if (node !== undefined && !exits.has(from.exit)) exits.set(from.exit, node);
  }
  return {
    flow,
    start: flow.nodes.find((node) => node.kind === 'start') ?? null,
    errorNode: flow.errorNode === null ? null : (nodes.get(flow.errorNode) ?? null),
    node: (id) => nodes.get(id) ?? null,
    target: (from, exit) => targets.get(from)?.get(exit) ?? null,
  };
}
