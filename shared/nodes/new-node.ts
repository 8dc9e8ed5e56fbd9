import { wholePixels, type CanvasPoint } from '../flow/canvas-point.ts';
import { branchIdSchema, type EndpointId, type NodeId } from '../ids/ids.ts';
import { newBranch } from './new-branch.ts';
import { nodeKindTitles, nodeSchema, type FlowNode, type NodeKind } from './node.ts';

const startingConfigs: Readonly<Record<NodeKind, object>> = {
  start: { inputs: [] },
  message: { text: '' },
  prompt: { text: '', variable: 'answer' },
  condition: { branches: [] },
  'set-variables': { changes: [{ variable: '' }] },
  'api-call': { endpoint: null, method: 'GET', path: '', responseVariable: 'response' },
  loop: {},
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
  const config = startingConfig(kind, id, endpoint);
  return nodeSchema.parse({ kind, id, name: nodeKindTitles[kind], position: wholePixels(place), config });
}

function startingConfig(kind: NodeKind, id: NodeId, endpoint: EndpointId | null): object {
  if (kind === 'api-call') return { ...startingConfigs[kind], endpoint };
  // Branches have ids of their own in their node only, so that of the node will do for the first.
  if (kind === 'condition') return { branches: [newBranch(branchIdSchema.parse(`br_${id.slice(3)}`), [])] };
  return startingConfigs[kind];
}
