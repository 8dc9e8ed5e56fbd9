import type { Flow } from '../flow/flow.ts';
import type { FlowInput } from '../nodes/start-node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { setOwnValue } from '../value/set-own-value.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { readInputText } from './read-input.ts';

/** Texts given for inputs, by name. */
export type GivenTexts = Readonly<Record<string, string>>;

/** Why a flow cannot begin with what it was given. */
export interface InputFailure {
  readonly code: 'input-missing' | 'input-invalid';
  readonly message: string;
  readonly field: string;
}

/** The inputs that Run has to ask for: required, without a default, and not given. */
export function missingInputs(flow: Flow, given: GivenTexts): readonly FlowInput[] {
  return flowInputs(flow).filter(
    (input) => input.required && input.default === null && givenText(input, given) === null,
  );
}

/** Reads what was given by the declared types; names that the flow does not declare are left out. */
export function readInputs(flow: Flow, given: GivenTexts): Outcome<ValueObject, InputFailure> {
  const missing = missingInputs(flow, given)[0];
  if (missing !== undefined) return failed(inputMissing(missing));
  const values: Record<string, Value> = {};
  for (const input of flowInputs(flow)) {
    const text = givenText(input, given);
    if (text === null) continue;
    const read = readGiven(input, text);
    if (!read.ok) return read;
    setOwnValue(values, input.name, read.value);
  }
  return succeeded(values);
}

/** Every input of a list that cannot begin a flow with what was given, each with its reason. */
export function inputFailures(inputs: readonly FlowInput[], given: GivenTexts): readonly InputFailure[] {
  return inputs.flatMap((input) => {
    const text = givenText(input, given);
    if (text === null) return input.required && input.default === null ? [inputMissing(input)] : [];
    const read = readGiven(input, text);
    return read.ok ? [] : [read.failure];
  });
}

function inputMissing({ name }: FlowInput): InputFailure {
  return { code: 'input-missing', message: `${name} needs a value.`, field: name };
}

function readGiven({ name, type }: FlowInput, text: string): Outcome<Value, InputFailure> {
  const read = readInputText(type, text);
  if (read.ok) return read;
  return failed({ code: 'input-invalid', message: `The value of ${name} is ${read.failure}.`, field: name });
}

/** The inputs that a flow's Start declares; none where there is no Start. */
export function flowInputs(flow: Flow): readonly FlowInput[] {
  return flow.nodes.find((node) => node.kind === 'start')?.config.inputs ?? [];
}

// An empty field of a form is a text, and for every other type it is nothing.
function givenText(input: FlowInput, given: GivenTexts): string | null {
  const text = Object.hasOwn(given, input.name) ? given[input.name] : undefined;
  if (text === undefined) return null;
  return input.type !== 'text' && text.trim() === '' ? null : text;
}
