import type { FlowId } from '../ids/ids.ts';
import type { Flow } from './flow.ts';

/** The flows that the nodes of a flow run, each once. */
export function flowsRunBy({ nodes }: Pick<Flow, 'nodes'>): readonly FlowId[] {
  const ids = nodes.map((node) => (node.kind === 'sub-flow' ? node.config.flow : null));
  return [...new Set(ids.filter((id) => id !== null))];
}

/**
 * The flows that a run of a flow may come into besides that flow itself: those that it runs, those that they run, and so on,
 * each once. What is gone from the workspace is left out.
 */
export function flowsReached(flow: Flow, find: (id: FlowId) => Flow | null): readonly Flow[] {
  const reached = new Map<FlowId, Flow>();
  const waiting = [flow];
  for (const each of waiting) {
    for (const id of flowsRunBy(each)) {
      if (id === flow.id || reached.has(id)) continue;
      const found = find(id);
      if (found === null) continue;
      reached.set(id, found);
      waiting.push(found);
    }
  }
  return [...reached.values()];
}
