import type { SubFlowConfig, SubFlowNode } from '../nodes/sub-flow-node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import type { TemplateWarning } from '../template/rendered.ts';
import type { Value } from '../value/value.ts';
import { popFlow } from './flow-frames.ts';
import { leaveBy, type StepEnd } from './steps/node-step.ts';
import { leftFailed } from './steps/sub-flow.ts';
import type { Turn } from './turn.ts';

/** How a flow that a node ran is over: at its end with a result, or with the reason why it could not go on. */
export type FlowOver =
  | { readonly outcome: 'ended'; readonly result: Value | null }
  | { readonly outcome: 'failed'; readonly message: string };

/**
 * Goes back from a flow into the one that ran it: takes the outputs while the variables that they read are still there,
 * and leaves the node that ran it.
 */
export function leaveSubFlow(node: SubFlowNode, turn: Turn, over: FlowOver): StepEnd {
  const flowId = turn.graph.flow.id;
  const taken = over.outcome === 'ended' ? takenOutputs(node.config, turn) : failed(over.message);
  popFlow(turn);
  const result = over.outcome === 'ended' ? over.result : null;
  const message = over.outcome === 'ended' ? null : over.message;
  turn.tell({ type: 'flow-left', flowId, outcome: over.outcome, message, result });
  if (!taken.ok) {
    const why = over.outcome === 'ended' ? `"${node.name}": ${taken.failure}` : taken.failure;
    return leftFailed(node, turn, why);
  }
  turn.warn(taken.value.warnings);
  for (const [name, value] of taken.value.outputs) turn.setVariable(name, value);
  if (node.config.resultVariable !== '') turn.setVariable(node.config.resultVariable, result);
  return leaveBy('next');
}

interface Taken {
  readonly outputs: readonly (readonly [string, Value])[];
  readonly warnings: readonly TemplateWarning[];
}

function takenOutputs({ outputs }: SubFlowConfig, turn: Turn): Outcome<Taken, string> {
  const warnings: TemplateWarning[] = [];
  const values: (readonly [string, Value])[] = [];
  for (const { variable, value: template } of outputs) {
    const rendered = turn.renderSilently(template, 'text');
    if (!rendered.ok) return failed(`The output ${variable} gives no value. ${rendered.failure.message}`);
    const { text, value } = rendered.value;
    warnings.push(...rendered.value.warnings);
    values.push([variable, value === undefined ? text : value]);
  }
  return succeeded({ outputs: values, warnings });
}
