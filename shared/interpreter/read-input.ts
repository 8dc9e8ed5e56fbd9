import type { FlowInput } from '../nodes/start-node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { ExactNumber } from '../value/exact-number.ts';
import { readJson } from '../value/read-json.ts';
import { valueText } from '../value/value-text.ts';
import type { Value } from '../value/value.ts';
import { readNumber } from './read-number.ts';

/** The type that an input of a flow declares. */
export type InputType = FlowInput['type'];

/** What is wrong with a text, as the end of a sentence: `not a number`. */
export type InputMismatch = string;

/** Reads the text given for an input as the type it declares. */
export function readInputText(type: InputType, text: string): Outcome<Value, InputMismatch> {
  return textReaders[type](text);
}

/**
 * Fits a value that came typed (from a sole expression or from another flow) to the type an input declares. `null`
 * fits every type: there is no value. Text is read as if it had been given; anything becomes text.
 */
export function fitInputValue(type: InputType, value: Value): Outcome<Value, InputMismatch> {
  if (value === null || type === 'json') return succeeded(value);
  if (type === 'text') return succeeded(valueText(value));
  if (typeof value === 'string') return readInputText(type, value);
  const isNumber = typeof value === 'number' || value instanceof ExactNumber;
  if (type === 'number' ? isNumber : typeof value === 'boolean') return succeeded(value);
  return failed(mismatches[type]);
}

const mismatches = {
  number: 'not a number',
  boolean: 'neither true nor false',
} as const;

const booleans = new Map([
  ['true', true],
  ['false', false],
]);

const textReaders: Readonly<Record<InputType, (text: string) => Outcome<Value, InputMismatch>>> = {
  text: (text) => succeeded(text),
  number: (text) => {
    const number = readNumber(text);
    return number === null ? failed(mismatches.number) : succeeded(number);
  },
  boolean: (text) => {
    const truth = booleans.get(text.trim().toLowerCase());
    return truth === undefined ? failed(mismatches.boolean) : succeeded(truth);
  },
  json: (text) => {
    const read = readJson(text);
    if (read.ok) return read;
    const { line, column } = read.failure;
    return failed(`not JSON (line ${line}, column ${column})`);
  },
};
