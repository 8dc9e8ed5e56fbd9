import type { FlowInput } from '../../nodes/start-node.ts';
import { failed, succeeded, type Outcome } from '../../outcome/outcome.ts';
import type { TemplateFailure } from '../../template/template-failure.ts';
import type { Value } from '../../value/value.ts';
import { fitInputValue, readInputText } from '../read-input.ts';
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
      const value = defaultValue(input, input.default, turn);
      if (!value.ok) return value.failure;
      turn.setVariable(input.name, value.value);
    } else if (input.required) {
      return `${input.name} needs a value.`;
    }
  }
  return null;
}

function defaultValue(input: FlowInput, template: string, turn: Turn): Outcome<Value, string> {
  const rendered = turn.render(template, input.type === 'json' ? 'json' : 'text');
  if (!rendered.ok) return failed(defaultProblem(input.name, rendered.failure));
  const { value, text } = rendered.value;
  const read = value === undefined ? readInputText(input.type, text) : fitInputValue(input.type, value);
  return read.ok ? succeeded(read.value) : failed(`The default of ${input.name} is ${read.failure}.`);
}

function defaultProblem(name: string, { code, column, line, message }: TemplateFailure): string {
  // The sentence of this one speaks of a request's body.
  if (code === 'body-json-invalid')
    return `The default of ${name} is not JSON (line ${line}, column ${column}).`;
  return `The default of ${name} gives no value. ${message}`;
}
