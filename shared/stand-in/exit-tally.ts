import type { Flow } from '../flow/flow.ts';
import { flowOrder } from '../flow/flow-order.ts';
import type { NodeId } from '../ids/ids.ts';
import { nodeExits } from '../nodes/node-exits.ts';

/** An exit of a node, by name. */
export interface ExitOfNode {
  readonly nodeId: NodeId;
  readonly exit: string;
}

/** How many exits a flow has, and which of them no run has taken. */
export interface ExitTally {
  readonly total: number;
  readonly taken: number;
  /** In the order of the flow. */
  readonly never: readonly ExitOfNode[];
}

/** Exits that runs took, by node. */
type TakenExits = Readonly<Record<string, readonly string[]>>;

/** Counts which exits of a flow its runs have taken, and names the others. An exit that the flow no longer has is none. */
export function exitTally(flow: Flow, runs: readonly TakenExits[]): ExitTally {
  const all = flowOrder(flow).flatMap(({ node }) =>
    nodeExits(node).map((exit): ExitOfNode => ({ nodeId: node.id, exit })),
  );
  const never = all.filter(
    ({ exit, nodeId }) => !runs.some((taken) => taken[nodeId]?.includes(exit) === true),
  );
  return { total: all.length, taken: all.length - never.length, never };
}
