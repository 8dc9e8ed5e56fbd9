import type { Flow } from '../flow/flow.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { FlowFacts } from './flow-facts.ts';

/** The flow that a node runs; `null` where it runs none, or one that is gone. */
export function flowRunBy(node: FlowNode, { around, flow }: FlowFacts): Flow | null {
  const id = node.kind === 'sub-flow' ? node.config.flow : null;
  if (id === null) return null;
  return id === flow.id ? flow : (around.flows.get(id) ?? null);
}
