import { wholePixels, type CanvasPoint } from '../flow/canvas-point.ts';
import type { EndpointId, NodeId } from '../ids/ids.ts';
import { nodeKindTitles, nodeSchema, type FlowNode, type NodeKind } from './node.ts';

const startingConfigs: Readonly<Record<NodeKind, object>> = {
  start: { inputs: [] },
  message: { text: '' },
  prompt: { text: '', variable: 'answer' },
  'set-variables': { changes: [{ variable: '' }] },
  'api-call': { endpoint: null, method: 'GET', path: '', responseVariable: 'response' },
  wait: {},
  end: {},
  note: {},
};

/** A node at whole pixels with every setting at its default. An API Call takes the given endpoint, where there is an obvious one. */
export function newNode(
  kind: NodeKind,
  id: NodeId,
  place: CanvasPoint,
  endpoint: EndpointId | null = null,
): FlowNode {
  const config = kind === 'api-call' ? { ...startingConfigs[kind], endpoint } : startingConfigs[kind];
  return nodeSchema.parse({ kind, id, name: nodeKindTitles[kind], position: wholePixels(place), config });
}
