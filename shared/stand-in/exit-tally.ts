import type { Flow } from '../flow/flow.ts';
import { flowOrder } from '../flow/flow-order.ts';
import type { NodeId } from '../ids/ids.ts';
import { nodeExits } from '../nodes/node-exits.ts';
import type { RunEvent } from '../run-events/run-event.ts';

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

/** Exits that runs took, each once, by node: of whatever flow the node is, and whichever was run. */
export type TakenExits = Readonly<Record<string, readonly string[]>>;

/**
 * The exits with those by which nodes were left; the same object where none of them is new.
 *
 * @param sinceMs when the count of a node began anew, by node: a run that goes on from the past of another one tells again
 * what was before
 */
export function withExitsTaken(
  before: TakenExits,
  events: readonly RunEvent[],
  sinceMs: Readonly<Record<string, number>> = {},
): TakenExits {
  let after = before;
  for (const event of events) {
    if (event.type !== 'node-left' || event.nodeId === undefined) continue;
    if (Date.parse(event.at) < (sinceMs[event.nodeId] ?? 0)) continue;
    const known = after[event.nodeId] ?? [];
    if (!known.includes(event.exit)) after = { ...after, [event.nodeId]: [...known, event.exit] };
  }
  return after;
}

/** Counts which exits of a flow were taken, and names the others. An exit that the flow no longer has is none. */
export function exitTally(flow: Flow, takenExits: TakenExits): ExitTally {
  const all = flowOrder(flow).flatMap(({ node }) =>
    nodeExits(node).map((exit): ExitOfNode => ({ nodeId: node.id, exit })),
  );
  const never = all.filter(({ exit, nodeId }) => takenExits[nodeId]?.includes(exit) !== true);
  return { total: all.length, taken: all.length - never.length, never };
}
