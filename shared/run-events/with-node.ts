import type { NodeRunView, RunView } from './run-view.ts';
import { withLast } from './with-last.ts';

/** The view with something else about a node that the run came to; the same view where it did not. */
export function withNode(view: RunView, nodeId: string, patch: Partial<NodeRunView>): RunView {
  const node = view.nodes[nodeId];
  return node === undefined ? view : { ...view, nodes: { ...view.nodes, [nodeId]: { ...node, ...patch } } };
}

/** How long the run has been at a node that it has not left yet, in milliseconds; a flow that runs itself is at it more than once. */
export function msAt(
  { elapsedMs, timeline }: Pick<RunView, 'elapsedMs' | 'timeline'>,
  nodeId: string,
): number | null {
  const row = timeline.findLast((each) => each.nodeId === nodeId && each.endMs === null);
  return row === undefined ? null : elapsedMs - row.startMs;
}

/** The view with what came of the last step, in words. */
export function withResult(view: RunView, result: string): RunView {
  return { ...view, timeline: withLast(view.timeline, (row) => ({ ...row, result })) };
}
