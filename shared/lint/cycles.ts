import { loopBody } from '../flow/loop-body.ts';
import { doneExit } from '../nodes/loop-node.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { FlowFacts } from './flow-facts.ts';
import { alwaysPauses, mayPause } from './passable-flows.ts';
import { nextNodes } from './reached-nodes.ts';

/** Nodes that lead to each other without a prompt or a wait among them, nor in the flows that they run. */
export interface Cycle {
  /** In the order of the document. */
  readonly nodes: readonly FlowNode[];
  /** Whether a run can leave it or end in it; without that it goes round until it is stopped. */
  readonly hasWayOut: boolean;
}

/** The cycles of a flow in which nothing waits, each once: strongly connected nodes (Tarjan), found without recursion. */
export function cyclesWithoutPause(facts: FlowFacts): readonly Cycle[] {
  const nodes = facts.flow.nodes.filter((node) => !alwaysPauses(node, facts.around));
  const next = new Map(
    nodes.map((node) => [
      node,
      nextNodes(facts, node).filter((to) => !alwaysPauses(to, facts.around) && !isNextRound(facts, node, to)),
    ]),
  );
  return components(nodes, (node) => next.get(node) ?? [])
    .filter((part) => part.length > 1 || part.some((node) => next.get(node)?.includes(node) === true))
    .map((part) => {
      const inside = new Set(part);
      return { nodes: nodes.filter((node) => inside.has(node)), hasWayOut: hasWayOut(facts, part) };
    });
}

/** Whether a way leads from the body of a loop back to it: a list comes to an end, so that nothing goes round there for ever. */
function isNextRound({ graph }: FlowFacts, from: FlowNode, to: FlowNode): boolean {
  if (to.kind !== 'loop') return false;
  return from === to ? graph.target(to.id, doneExit)?.id !== to.id : loopBody(graph, to.id).has(from.id);
}

/** The bodies of its loops are part of a cycle: they lead back into it, or out of it, or they pause. */
function hasWayOut(facts: FlowFacts, cycle: readonly FlowNode[]): boolean {
  const bodies = cycle.flatMap(({ id }) => [...loopBody(facts.graph, id)]);
  const inside = new Set([...cycle, ...bodies.flatMap((id) => facts.graph.node(id) ?? [])]);
  return (
    [...inside].some((node) => node.kind === 'end' || mayPause(node, facts.around)) || leadsOut(facts, inside)
  );
}

function leadsOut({ leavings }: FlowFacts, inside: ReadonlySet<FlowNode>): boolean {
  return [...inside].some((node) =>
    leavings(node).some(({ way }) => way.type !== 'on' || !inside.has(way.to)),
  );
}

interface Visit {
  readonly node: FlowNode;
  readonly next: Iterator<FlowNode>;
}

function components(
  nodes: readonly FlowNode[],
  nextOf: (node: FlowNode) => readonly FlowNode[],
): readonly (readonly FlowNode[])[] {
  const found: FlowNode[][] = [];
  const place = new Map<FlowNode, number>();
  const lowest = new Map<FlowNode, number>();
  const open: FlowNode[] = [];
  const isOpen = new Set<FlowNode>();
  const lower = (node: FlowNode, to: number) => lowest.set(node, Math.min(lowest.get(node) ?? to, to));
  const entered = (node: FlowNode): Visit => {
    place.set(node, place.size);
    lower(node, place.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, next: nextOf(node)[Symbol.iterator]() };
  };
  const closed = (node: FlowNode) => {
    if (lowest.get(node) !== place.get(node)) return;
    const part = open.splice(open.indexOf(node));
    for (const each of part) isOpen.delete(each);
    found.push(part);
  };
  for (const root of nodes) {
    if (place.has(root)) continue;
    const path = [entered(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.next.next();
      if (step.done === true) {
        path.pop();
        closed(top.node);
        const above = path.at(-1);
        if (above !== undefined) lower(above.node, lowest.get(top.node) ?? 0);
      } else if (!place.has(step.value)) path.push(entered(step.value));
      else if (isOpen.has(step.value)) lower(top.node, place.get(step.value) ?? 0);
    }
  }
  return found;
}
