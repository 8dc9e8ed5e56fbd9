import type { FlowInput } from '../nodes/start-node.ts';
import { plainDefault } from './plain-default.ts';

/**
 * What is wrong with the default of an input, in a sentence; `null` where nothing is, or where it holds an expression
 * and only a run can tell.
 */
export function defaultTrouble(input: FlowInput): string | null {
  const read = plainDefault(input);
  return read === null || read.ok ? null : `The default is ${read.failure}: ${waysOn[input.type]}`;
}

const waysOn: Readonly<Record<FlowInput['type'], string>> = {
  text: 'any text will do.',
  number: 'write digits, or an expression that gives a number.',
  boolean: 'write true or false, or an expression that gives one of them.',
  json: 'mend it, or make the type Text.',
};
