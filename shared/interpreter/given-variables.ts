import type { Flow } from '../flow/flow.ts';
import { storedByChange } from '../flow/stored-by-change.ts';
import { storedType } from '../nodes/answer-types.ts';
import type { FlowNode } from '../nodes/node.ts';
import { enabledChanges, type SetVariablesNode } from '../nodes/set-variables-node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { readJson } from '../value/read-json.ts';
import { setOwnValue } from '../value/set-own-value.ts';
import type { Value, ValueObject } from '../value/value.ts';
import type { GivenTexts, InputFailure } from './given-inputs.ts';
import { readInputText, type InputType } from './read-input.ts';

/**
 * Reads texts given for the variables of a flow, to try one of its nodes alone. Each is read as what the flow would put
 * there: by the type of the input or prompt that sets it, as JSON where a call does. A name that nothing sets is JSON if
 * its text is, else text.
 */
export function readVariables(flow: Flow, given: GivenTexts): Outcome<ValueObject, InputFailure> {
  const values: Record<string, Value> = {};
  for (const [name, text] of Object.entries(given)) {
    const type = typeOfVariable(flow, name);
    if (type !== 'text' && text.trim() === '') continue;
    const read = type === null ? succeeded(guessed(text)) : readInputText(type, text);
    if (!read.ok)
      return failed({
        code: 'input-invalid',
        message: `The value of ${name} is ${read.failure}.`,
        field: name,
      });
    setOwnValue(values, name, read.value);
  }
  return succeeded(values);
}

/** What a flow stores under a name, or `null` where nothing in it does. */
export function typeOfVariable(flow: Flow, name: string): InputType | null {
  for (const node of flow.nodes) {
    const type = typeSetBy(node, name);
    if (type !== null) return type;
  }
  return null;
}

function typeSetBy(node: FlowNode, name: string): InputType | null {
  switch (node.kind) {
    case 'start':
      return node.config.inputs.find((input) => input.name === name)?.type ?? null;
    case 'prompt':
      return node.config.variable === name ? storedType(node.config.answerType) : null;
    case 'api-call':
      return node.config.responseVariable === name ? 'json' : null;
    case 'set-variables':
      return typeOfChanges(node.config, name);
    case 'loop':
      return name === node.config.indexVariable ? 'number' : null;
    case 'message':
    case 'condition':
    case 'wait':
    case 'end':
    case 'note':
      return null;
  }
}

/** A type where all changes of a variable agree on one; of a sole expression nobody knows what it will give. */
function typeOfChanges(config: SetVariablesNode['config'], name: string): InputType | null {
  const [first, ...others] = enabledChanges(config)
    .filter(({ variable, action }) => variable === name && action !== 'unset')
    .map(storedByChange);
  if (first === undefined || first === null || others.some((other) => other !== first)) return null;
  return first === 'list' ? 'json' : first;
}

function guessed(text: string): Value {
  const read = readJson(text);
  return read.ok ? read.value : text;
}
