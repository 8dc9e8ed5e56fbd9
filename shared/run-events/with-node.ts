import type { NodeRunView, RunView } from './run-view.ts';

/** The view with something of a node changed; of one that the run did not come to there is nothing. */
export function withNode(view: RunView, nodeId: string, patch: Partial<NodeRunView>): RunView {
  const node = view.nodes[nodeId];
  return node === undefined ? view : { ...view, nodes: { ...view.nodes, [nodeId]: { ...node, ...patch } } };
}
