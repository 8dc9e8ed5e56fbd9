import type { NodeId } from '../ids/ids.ts';
import type { FlowGraph } from '../interpreter/flow-graph.ts';
import { doneExit, eachExit } from '../nodes/loop-node.ts';
import { nodeLeavings } from './node-leavings.ts';

/**
 * The nodes that a loop repeats: those that a run comes to by `each` and in no other way. A run that comes from one of them
 * back to the loop goes on with the next item, and one that comes to any other node has left the loop.
 *
 * Ways are those that the interpreter takes, so that a node which is nothing but the error node of calls in the body is
 * part of it. A node that is no loop has no body.
 */
export function loopBody(graph: FlowGraph, loopId: NodeId): ReadonlySet<NodeId> {
  const bodies = known.get(graph) ?? new Map<NodeId, ReadonlySet<NodeId>>();
  known.set(graph, bodies);
  const body = bodies.get(loopId) ?? foundBody(graph, loopId);
  bodies.set(loopId, body);
  return body;
}

const known = new WeakMap<FlowGraph, Map<NodeId, ReadonlySet<NodeId>>>();

function foundBody(graph: FlowGraph, loopId: NodeId): ReadonlySet<NodeId> {
  if (graph.node(loopId)?.kind !== 'loop') return new Set();
  const first = graph.target(loopId, eachExit)?.id;
  const after = graph.target(loopId, doneExit)?.id;
  const start = graph.start?.id;
  const inside = reached(graph, [first], loopId);
  const outside = reached(graph, [start, after], loopId);
  return new Set([...inside].filter((id) => !outside.has(id)));
}

/** The nodes that ways lead to without going through the loop; itself it is none of them. */
function reached(
  graph: FlowGraph,
  from: readonly (NodeId | undefined)[],
  loopId: NodeId,
): ReadonlySet<NodeId> {
  const seen = new Set(from.filter((id) => id !== undefined && id !== loopId) as NodeId[]);
  // A set goes on to what is added on the way.
  for (const id of seen) for (const next of nextOf(graph, id)) if (next !== loopId) seen.add(next);
  return seen;
}

function nextOf(graph: FlowGraph, id: NodeId): readonly NodeId[] {
  const node = graph.node(id);
  if (node === null) return [];
  return nodeLeavings(graph, node).flatMap(({ way }) => (way.type === 'on' ? [way.to.id] : []));
}
