import type { FlowNode, NodeKind } from '../../nodes/node.ts';
import type { Waiting } from '../run-state.ts';
import type { Turn } from '../turn.ts';
import { apiCallStep } from './api-call.ts';
import { conditionStep } from './condition.ts';
import { endStep } from './end.ts';
import { loopStep } from './loop.ts';
import { messageStep } from './message.ts';
import type { NodeStep, StepEnd, WaitedInput } from './node-step.ts';
import { noteStep } from './note.ts';
import { promptStep } from './prompt.ts';
import { setVariablesStep } from './set-variables.ts';
import { startStep } from './start.ts';
import { waitStep } from './wait.ts';

/** The steps of all kinds of nodes; a kind without one does not compile. */
const nodeSteps: { readonly [Kind in NodeKind]: NodeStep<Kind> } = {
  start: startStep,
  message: messageStep,
  prompt: promptStep,
  condition: conditionStep,
  'set-variables': setVariablesStep,
  'api-call': apiCallStep,
  loop: loopStep,
  wait: waitStep,
  end: endStep,
  note: noteStep,
};

/** Does a node that was just entered. */
export function enterNode(node: FlowNode, turn: Turn): StepEnd {
  return stepOf(node).enter(node, turn);
}

/** Goes on with a node that has waited. */
export function resumeNode(node: FlowNode, turn: Turn, input: WaitedInput, waiting: Waiting): StepEnd | null {
  return stepOf(node).resume?.(node, turn, input, waiting) ?? null;
}

// The map pairs each kind with a step for exactly that kind; a union of nodes cannot say so to the compiler.
function stepOf<Node extends FlowNode>(node: Node): NodeStep<Node['kind']> {
  return nodeSteps[node.kind] as unknown as NodeStep<Node['kind']>;
}
