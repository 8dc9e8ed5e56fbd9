import type { FlowNode } from '../nodes/node.ts';
import type { FlowFacts } from './flow-facts.ts';

type Facts = Pick<FlowFacts, 'graph' | 'leavings'>;

/**
 * The nodes that a run can come to from the first Start. A node that cannot do its work yet, because it stores under what
 * is no name, counts as passed: what stands behind it is not to blame.
 */
export function reachedNodes(facts: Facts): ReadonlySet<string> {
  const { flow, start } = facts.graph;
  return start === null ? new Set(flow.nodes.map(({ id }) => id)) : nodesFrom(facts, start);
}

/** A node and those that ways lead to from it. */
export function nodesFrom(facts: Facts, from: FlowNode): ReadonlySet<string> {
  const seen = new Set<FlowNode>([from]);
  for (const node of seen) for (const next of nextNodes(facts, node)) seen.add(next);
  return new Set([...seen].map(({ id }) => id));
}

/** The nodes that a run can come to next. */
export function nextNodes({ leavings }: Pick<Facts, 'leavings'>, node: FlowNode): readonly FlowNode[] {
  return leavings(node).flatMap(({ way }) => (way.type === 'on' ? [way.to] : []));
}
