import type { NodeOf } from '../nodes/node.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { PlainVariables } from './run-state.ts';
import { aroundLoop } from './step-limit.ts';
import type { Turn } from './turn.ts';

/** Puts another flow above the one at hand, whose variables are put away until it is the last one again. */
export function pushFlow(turn: Turn, { flow }: FlowGraph, inputs: PlainVariables): void {
  const { flowStack, variables } = turn.state;
  const caller = flowStack.at(-1);
  if (caller === undefined) throw new Error('A run without a flow entered another one.');
  turn.tell({ type: 'flow-entered', flowId: flow.id, flowName: flow.name });
  const frame = { flowId: flow.id, nodeId: null, entered: 0, inputs, loops: [] };
  turn.change({ flowStack: [...flowStack.slice(0, -1), { ...caller, variables }, frame], variables: {} });
}

/** Takes the last flow away: its variables are gone, and those of the flow below it are there again. */
export function popFlow(turn: Turn): void {
  const { counters, flowStack } = turn.state;
  const [outermost] = flowStack.at(-1)?.loops ?? [];
  const caller = flowStack.at(-2);
  if (caller === undefined) throw new Error('The first flow of a run cannot be left.');
  const { variables = {}, ...frame } = caller;
  // Loops of the flow that were not left end with it: what was counted around them counts on.
  const counted = outermost === undefined ? counters : aroundLoop(counters, outermost.around);
  turn.change({ flowStack: [...flowStack.slice(0, -2), frame], variables, counters: counted });
}

/** The node that runs the flow at hand; `null` in the first flow of a run. */
export function callingNode(turn: Turn): NodeOf<'sub-flow'> | null {
  const caller = turn.state.flowStack.at(-2);
  if (caller === undefined) return null;
  const { flowId, nodeId } = caller;
  const node = nodeId === null ? undefined : turn.program.flows.get(flowId)?.node(nodeId);
  if (node?.kind !== 'sub-flow') throw new Error('A flow was entered by a node that runs none.');
  return node;
}

/** A sentence about something in the flow at hand, with its name where that is not the first flow of the run. */
export function sentenceInFlow(turn: Turn, sentence: string): string {
  return turn.state.flowStack.length < 2 ? sentence : `In "${turn.graph.flow.name}": ${sentence}`;
}
