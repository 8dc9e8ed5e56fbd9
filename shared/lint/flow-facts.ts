import { declaredTallies } from '../flow/declared-tallies.ts';
import { flowNames, type FlowNames } from '../flow/flow-names.ts';
import type { Flow } from '../flow/flow.ts';
import type { NamesHere } from '../flow/names-here.ts';
import { nodeLeavings, type NodeLeaving } from '../flow/node-leavings.ts';
import { flowGraph, type FlowGraph } from '../interpreter/flow-graph.ts';
import type { FlowNode } from '../nodes/node.ts';
import { addedTallies, shapeOfTally, type ValueTally } from '../value/value-tally.ts';
import type { ValueShape } from '../value/value-shape.ts';
import type { WorkspaceFacts } from './workspace-facts.ts';

/** A flow made ready for the rules. */
export interface FlowFacts {
  readonly flow: Flow;
  readonly graph: FlowGraph;
  readonly names: FlowNames;
  readonly around: WorkspaceFacts;
  /** What the values of a variable look like, from what nodes declare and runs have seen; `null` where nothing is known. */
  readonly shapeOf: (name: string) => ValueShape | null;
  /** Every way in which a node can be left. */
  readonly leavings: (node: FlowNode) => readonly NodeLeaving[];
  /** The names at nodes, as far as somebody has asked. */
  readonly here: Map<string, NamesHere>;
}

/** @param names what was found out about the same structure before */
export function flowFacts(flow: Flow, around: WorkspaceFacts, names: FlowNames = flowNames(flow)): FlowFacts {
  const seen = around.workspace.seen?.get(flow.id);
  const shapes = new Map<string, ValueShape | null>();
  let declared: ReadonlyMap<string, readonly ValueTally[]> | null = null;
  const shapeOf = (name: string): ValueShape | null => {
    const known = shapes.get(name);
    if (known !== undefined) return known;
    declared ??= declaredIn(flow);
    const ran = seen?.get(name);
    const tally = addedTallies([...(declared.get(name) ?? []), ...(ran === undefined ? [] : [ran])]);
    const shape = tally === null ? null : shapeOfTally(tally);
    shapes.set(name, shape);
    return shape;
  };
  const graph = flowGraph(flow);
  const left = new Map<string, readonly NodeLeaving[]>();
  const leavings = (node: FlowNode) => {
    const known = left.get(node.id) ?? nodeLeavings(graph, node);
    left.set(node.id, known);
    return known;
  };
  return { flow, graph, names, around, shapeOf, leavings, here: new Map() };
}

function declaredIn(flow: Flow): ReadonlyMap<string, readonly ValueTally[]> {
  const declared = new Map<string, ValueTally[]>();
  for (const [name, tally] of flow.nodes.flatMap(declaredTallies)) {
    const tallies = declared.get(name) ?? [];
    tallies.push(tally);
    declared.set(name, tallies);
  }
  return declared;
}
