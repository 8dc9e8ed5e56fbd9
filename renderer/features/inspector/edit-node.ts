import { withChangedNode } from '#shared/flow/edit-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowNode, NodeKind, NodeOf } from '#shared/nodes/node.ts';
import { documentEdited } from '../../store/documents-store.ts';

/** Changes some settings of a node; `field` names the text that is typed into, for undo. */
export function configEdited<Kind extends NodeKind>(
  flowId: Flow['id'],
  node: NodeOf<Kind>,
  change: Partial<NodeOf<Kind>['config']>,
  field: string | null = null,
): void {
  nodeEdited(
    flowId,
    node.id,
    field,
    (before) => ({ ...before, config: { ...before.config, ...change } }) as FlowNode,
  );
}

/** Changes a node as a whole, such as its name. */
export function nodeEdited(
  flowId: Flow['id'],
  nodeId: string,
  field: string | null,
  change: (node: FlowNode) => FlowNode,
): void {
  const key = field === null ? null : `${nodeId} ${field}`;
  documentEdited<Flow>(flowId, (flow) => withChangedNode(flow, nodeId, change), key);
}
