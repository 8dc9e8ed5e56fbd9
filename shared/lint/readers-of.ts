import type { FlowNode } from '../nodes/node.ts';
import type { FlowFacts } from './flow-facts.ts';
import { nodesFrom } from './reached-nodes.ts';

/** The nodes for which a node is the nearest that sets the name. It may be one of them, where a way leads back to it. */
export function readersOf(facts: FlowFacts, node: FlowNode, name: string): ReadonlySet<string> {
  const { flow, names } = facts;
  const behind = nodesFrom(facts, node);
  return new Set(
    flow.nodes
      .map(({ id }) => id)
      .filter((id) => behind.has(id) && id !== node.id && names.nearestSetters(id, name)[0] === node.id),
  );
}
