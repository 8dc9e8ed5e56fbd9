import type { FlowInput } from '../../nodes/start-node.ts';
import { inputValue } from '../input-value.ts';
import type { Turn } from '../turn.ts';
import { failAt, leaveBy, type NodeStep } from './node-step.ts';

/** Turns what the flow was given, and the defaults of what it was not, into variables. */
export const startStep: NodeStep<'start'> = {
  enter(node, turn) {
    const problem = setInputs(node.config.inputs, turn);
    return problem === null ? leaveBy('next') : failAt(node, problem);
  },
};

/**
 * Sets the variables of a flow's inputs in their order, so that a default can use the inputs above it. Gives a sentence
 * where that cannot be done.
 */
export function setInputs(inputs: readonly FlowInput[], turn: Turn): string | null {
  for (const input of inputs) {
    const given = turn.program.readVariables(turn.inputs);
    if (Object.hasOwn(given, input.name)) {
      turn.setVariable(input.name, given[input.name] ?? null);
    } else if (input.default !== null) {
      const value = inputValue(input, input.default, `The default of ${input.name}`, turn);
      if (!value.ok) return value.failure;
      turn.setVariable(input.name, value.value);
    } else if (input.required) {
      return `${input.name} needs a value.`;
    }
  }
  return null;
}
