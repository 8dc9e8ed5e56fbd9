import type { FlowId, NodeId } from '../ids/ids.ts';
import { newNode } from '../nodes/new-node.ts';
import { flowSchema, type Flow } from './flow.ts';

/** An empty flow with a Start node. */
export function newFlow(id: FlowId, name: string, startNodeId: NodeId): Flow {
  const start = newNode('start', startNodeId, { x: 0, y: 0 });
  return flowSchema.parse({ format: 'flowbench.flow', version: 1, id, name, nodes: [start] });
}
