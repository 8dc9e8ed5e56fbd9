import type { Flow } from '../flow/flow.ts';
import { flowsRunBy } from '../flow/flows-run.ts';
import { flowGraph } from '../interpreter/flow-graph.ts';
import type { FlowNode } from '../nodes/node.ts';
import { nodeLeavings } from '../flow/node-leavings.ts';

type FindFlow = (id: string) => Flow | undefined;

/**
 * Whether a flow comes to an end only by running itself without end: as if the flows that it runs ended it could, and as
 * they are it never does.
 */
export function isEndlessRecursion(flow: Flow, find: FindFlow): boolean {
  const all = reachedWith(flow, find);
  // Flow after flow that ends without those of which that is not known yet, until there is no further one.
  const ending = new Set<string>();
  for (let before = -1; before < ending.size;) {
    before = ending.size;
    for (const each of all.values())
      if (!ending.has(each.id) && canEnd(each, (id) => !all.has(id) || ending.has(id))) ending.add(each.id);
  }
  return !ending.has(flow.id) && canEnd(flow, () => true);
}

function reachedWith(flow: Flow, find: FindFlow): ReadonlyMap<string, Flow> {
  const all = new Map<string, Flow>([[flow.id, flow]]);
  for (const each of all.values())
    for (const id of flowsRunBy(each)) {
      const found = find(id);
      if (found !== undefined && !all.has(id)) all.set(id, found);
    }
  return all;
}

/** Whether some way from the Start leads to an end, over flows that end themselves. */
function canEnd(flow: Flow, ends: (flowId: string) => boolean): boolean {
  const graph = flowGraph(flow);
  if (graph.start === null) return false;
  const seen = new Set<FlowNode>([graph.start]);
  for (const node of seen) {
    if (node.kind === 'end') return true;
    if (node.kind === 'sub-flow' && node.config.flow !== null && !ends(node.config.flow)) continue;
    for (const { way } of nodeLeavings(graph, node)) {
      if (way.type === 'end') return true;
      if (way.type === 'on') seen.add(way.to);
    }
  }
  return false;
}
