import { nodePicked } from './selection-store.ts';
import type { RunNode } from './use-run-nodes.ts';
import { activeDocumentId, documentOpened, viewStore } from './view-store.ts';

/** Shows a node that a view of a run names: in its flow, which is opened where another one is on screen. */
export function nodeOfRunShown(node: RunNode | undefined, nodeId: string): void {
  if (node?.flowId === null || node?.flowId === undefined) return;
  if (activeDocumentId(viewStore.getState()) !== node.flowId) documentOpened(node.flowId);
  nodePicked(node.flowId, nodeId);
}
