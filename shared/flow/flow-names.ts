import type { NodeId } from '../ids/ids.ts';
import { flowGraph } from '../interpreter/flow-graph.ts';
import type { Flow } from './flow.ts';
import type { NamesAtNode } from './names-at-node.ts';
import { nodeWays, waysInto, type NodeWay } from './node-ways.ts';
import { spreadNames } from './spread-names.ts';
import { variablesSet } from './variables-set.ts';
import { wayWithout } from './way-without.ts';

/** What a flow's structure tells about its variables, for every node of it. */
export interface FlowNames {
  /** What is set when a run comes to a node, before the node does anything. */
  at(nodeId: string): NamesAtNode;
  /** Every variable that some node sets, with the nodes that do, in the order of the nodes. */
  readonly setters: ReadonlyMap<string, readonly NodeId[]>;
  /**
   * Why a variable may be unset at a node: of a way there from Start on which nothing sets it the step to blame. That is
   * where it is unset and not set again; else where such a way leaves a node that might have set it, else where it parts from
   * a way that does.
   */
  missingWay(nodeId: string, name: string): NodeWay | null;
  /** The nodes that a variable can come from at a node, the nearest (fewest steps back) first, then the others. */
  nearestSetters(nodeId: string, name: string): readonly NodeId[];
  /** How many steps back from a node the nearest node stands that sets a variable; `Infinity` for none. */
  stepsBack(nodeId: string, name: string): number;
}

/**
 * Which variables are set where, by the structure of a flow alone: a node's ways on and what a run has set when it takes
 * them are followed from the Start until nothing changes, cycles included. It takes no more than the names and exits of
 * the nodes, never the texts of their templates.
 */
export function flowNames(flow: Flow): FlowNames {
  const graph = flowGraph(flow);
  const ways = new Map<string, readonly NodeWay[]>(
    flow.nodes.map((node) => [node.id, nodeWays(graph, node)]),
  );
  const setters = new Map<string, NodeId[]>();
  for (const { name, nodeId } of variablesSet(flow.nodes)) {
    const nodes = setters.get(name) ?? [];
    // A node may name it twice.
    if (nodes.at(-1) !== nodeId) nodes.push(nodeId);
    setters.set(name, nodes);
  }
  const names = [...setters.keys()];
  const start = graph.start?.id ?? null;
  const spread = start === null ? () => null : spreadNames(ways, start, names);
  const unreached: NamesAtNode = { always: new Set(names), perhaps: new Set(), reached: false };
  const at = keptByNode((nodeId) => spread(nodeId) ?? unreached);
  let into: ReturnType<typeof waysInto> | null = null;
  const stepsTo = keptByNode((nodeId) => stepsBackFrom((into ??= waysInto(ways)), nodeId));

  const nearestSetters = (nodeId: string, name: string): readonly NodeId[] => {
    const all = setters.get(name) ?? [];
    if (all.length < 2) return all;
    const steps = stepsTo(nodeId);
    const far = (id: NodeId) => steps.get(id) ?? Infinity;
    return [...all].sort((a, b) => far(a) - far(b) || 0);
  };
  return {
    setters,
    at,
    missingWay: (nodeId, name) => (start === null ? null : wayWithout(ways, start, nodeId, name)),
    nearestSetters,
    stepsBack: (nodeId, name) => {
      const [nearest] = nearestSetters(nodeId, name);
      return nearest === undefined ? Infinity : (stepsTo(nodeId).get(nearest) ?? Infinity);
    },
  };
}

/** How many steps lie between other nodes and a node that they lead to. The node itself is a step only round a cycle. */
function stepsBackFrom(into: ReturnType<typeof waysInto>, nodeId: string): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  let step = 1;
  for (let front: readonly string[] = into.get(nodeId) ?? []; front.length > 0; step += 1) {
    const fresh = [...new Set(front)].filter((id) => !steps.has(id));
    for (const id of fresh) steps.set(id, step);
    front = fresh.flatMap((id) => into.get(id) ?? []);
  }
  return steps;
}

function keptByNode<Made>(make: (nodeId: string) => Made): (nodeId: string) => Made {
  const made = new Map<string, Made>();
  return (nodeId) => {
    const known = made.get(nodeId) ?? make(nodeId);
    made.set(nodeId, known);
    return known;
  };
}
