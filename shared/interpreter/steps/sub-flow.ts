import { isVariableName } from '../../flow/variable-name.ts';
import {
  deepestFlows,
  outputVariables,
  reasonVariables,
  type SubFlowConfig,
  type SubFlowNode,
} from '../../nodes/sub-flow-node.ts';
import { failed, succeeded, type Outcome } from '../../outcome/outcome.ts';
import { setOwnValue } from '../../value/set-own-value.ts';
import type { Value } from '../../value/value.ts';
import type { FlowGraph } from '../flow-graph.ts';
import { sentenceInFlow } from '../flow-frames.ts';
import { flowInputs } from '../given-inputs.ts';
import { inputValue } from '../input-value.ts';
import type { PlainVariables } from '../run-state.ts';
import type { Turn } from '../turn.ts';
import { plainVariables } from '../variable-reader.ts';
import { failAt, type NodeStep, type StepEnd } from './node-step.ts';

/** Runs another flow; `leaveSubFlow` goes on when that one is over. */
export const subFlowStep: NodeStep<'sub-flow'> = {
  enter(node, turn) {
    const { config } = node;
    // Before anything is run: what the other flow found out must not be lost for want of a name.
    const names = [...outputVariables(config), ...reasonVariables(config)];
    const unusable = names.find((name) => !isVariableName(name));
    if (unusable !== undefined)
      return failAt(node, `An output cannot be stored under "${unusable}", which is no variable name.`);
    const graph = flowToEnter(config, turn);
    if (!graph.ok) return leaveFailed(node, turn, graph.failure);
    const inputs = givenInputs(config, graph.value, turn);
    if (!inputs.ok) return leaveFailed(node, turn, inputs.failure);
    return { then: 'enter-flow', graph: graph.value, inputs: inputs.value };
  },
};

function flowToEnter({ flow, recursionLimit }: SubFlowConfig, turn: Turn): Outcome<FlowGraph, string> {
  if (flow === null) return failed('No flow is chosen that it could run.');
  const graph = turn.program.flows.get(flow);
  if (graph === undefined) return failed('The flow that it runs is gone from the workspace.');
  const { flowStack } = turn.state;
  const { name } = graph.flow;
  const underWay = flowStack.filter(({ flowId }) => flowId === flow).length;
  if (underWay >= recursionLimit && underWay > 0)
    return failed(
      `"${name}" is under way ${times(underWay)} already, and the recursion limit lets it run in itself no deeper.`,
    );
  if (flowStack.length >= deepestFlows)
    return failed(`"${name}" cannot be run: ${String(deepestFlows)} flows run in each other already.`);
  return succeeded(graph);
}

const times = (count: number): string => (count === 1 ? 'once' : `${String(count)} times`);

function givenInputs(
  { inputs }: SubFlowConfig,
  graph: FlowGraph,
  turn: Turn,
): Outcome<PlainVariables, string> {
  const values: Record<string, Value> = {};
  for (const input of flowInputs(graph.flow)) {
    const template = inputs.find(({ name }) => name === input.name)?.value ?? '';
    if (template === '') continue;
    const value = inputValue(input, template, `What ${input.name} is given`, turn);
    if (!value.ok) return value;
    setOwnValue(values, input.name, value.value);
  }
  return succeeded(plainVariables(values));
}

/** Leaves by `failed`; where nothing takes that, the flow at hand fails for the same reason. */
function leaveFailed(node: SubFlowNode, turn: Turn, sentence: string): StepEnd {
  const why = sentenceInFlow(turn, `"${node.name}": ${sentence}`);
  // No other flow was entered that could tell why it was left.
  turn.tell({ type: 'warned', code: 'sub-flow-failed', message: why });
  return leftFailed(node, turn, why);
}

/** The same with a reason that is a whole sentence already. */
export function leftFailed({ config }: SubFlowNode, turn: Turn, why: string): StepEnd {
  for (const name of reasonVariables(config)) turn.setVariable(name, why);
  return { then: 'leave', exits: ['failed'], trouble: true, lastly: null, why };
}
