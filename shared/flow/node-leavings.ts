import type { FlowGraph } from '../interpreter/flow-graph.ts';
import { wayOn, type Leaving, type WayOn } from '../interpreter/leave-node.ts';
import { nodeExits } from '../nodes/node-exits.ts';
import type { FlowNode } from '../nodes/node.ts';
import { answerLeavings, callLeavings, plainly } from './node-ways.ts';

/** A way in which a node can be left, and where a run goes then. */
export interface NodeLeaving {
  readonly leaving: Leaving;
  /** The exit that is taken, connected or not. */
  readonly exit: string;
  readonly way: WayOn;
}

/** Every way in which a node can be left as the interpreter goes, those included that end the run. */
export function nodeLeavings(graph: FlowGraph, node: FlowNode): readonly NodeLeaving[] {
  return leavingsOf(node).map((leaving) => ({
    leaving,
    exit: leaving.exits[0],
    way: wayOn(graph, node, leaving),
  }));
}

function leavingsOf(node: FlowNode): readonly Leaving[] {
  if (node.kind === 'api-call') return callLeavings(node);
  if (node.kind !== 'prompt') return nodeExits(node).map((exit) => plainly(exit));
  return [...answerLeavings(node), ...(node.config.limit === null ? [] : [plainly('no-answer')])];
}
