import { bodyReferenceIn } from '../interpreter/body-reference.ts';
import type { Program } from '../interpreter/program.ts';
import type { RunState } from '../interpreter/run-state.ts';
import { keyOf } from '../interpreter/variable-reader.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { readJson } from '../value/read-json.ts';
import { encodeValue, type PlainJson } from '../value/value-codec.ts';
import type { Value } from '../value/value.ts';

/** What a person writes in the place of a value while a run stands still: a variable, or a part of one. */
export interface VariableEdit {
  /** The variable's name, and the keys to a part of it. */
  readonly path: readonly string[];
  readonly text: string;
}

/** A state with another value in it, and the whole value of the variable that it is in. */
export interface EditedState {
  readonly state: RunState;
  readonly name: string;
  readonly value: Value;
}

/**
 * Puts a value into the variables of a run, or says in a sentence why it cannot be. Only what is edited is replaced: what
 * the window does not see of the rest, such as secrets and large bodies, stays as it is.
 */
export function editVariable(
  program: Program,
  state: RunState,
  { path, text }: VariableEdit,
): Outcome<EditedState, string> {
  const [name = ''] = path;
  const replaced = withReplaced(state.variables, path, encodeValue(readEditedText(text)));
  if (!replaced.ok) return failed(refusals[replaced.failure](path));
  const variables = replaced.value as RunState['variables'];
  const value = program.readVariables(variables)[name] ?? null;
  return succeeded({ state: { ...state, variables }, name, value });
}

/** The value that a text stands for: what is JSON is that value, and everything else is text as it is. */
export function readEditedText(text: string): Value {
  const read = readJson(text);
  return read.ok ? read.value : text;
}

type Refusal = 'gone' | 'large';

const refusals: Readonly<Record<Refusal, (path: readonly string[]) => string>> = {
  gone: (path) => `There is no ${path.join('.')} to be edited at this moment of the run.`,
  large: ([name = '']) =>
    `This part of ${name} is in a body of over 1 MB. Only the variable as a whole can be edited.`,
};

function withReplaced(
  json: PlainJson,
  [key, ...rest]: readonly string[],
  replacement: PlainJson,
): Outcome<PlainJson, Refusal> {
  if (key === undefined) return succeeded(replacement);
  if (bodyReferenceIn(json) !== null) return failed('large');
  if (typeof json !== 'object' || json === null) return failed('gone');
  const member = memberKey(json, key);
  if (!Object.hasOwn(json, member)) return failed('gone');
  const before = (json as Readonly<Record<string, PlainJson>>)[member] ?? null;
  const after = withReplaced(before, rest, replacement);
  if (!after.ok) return after;
  return succeeded(
    isList(json) ? json.with(Number(member), after.value) : { ...json, [member]: after.value },
  );
}

// The length of a list is one of its own keys and none of its items.
function memberKey(json: PlainJson, key: string): string {
  return isList(json) ? (/^\d+$/.test(key) ? String(Number(key)) : '') : keyOf(key);
}

function isList(json: PlainJson): json is readonly PlainJson[] {
  return Array.isArray(json);
}
