import { readInputText } from '../interpreter/read-input.ts';
import type { FlowInput } from '../nodes/start-node.ts';
import { templateParts } from '../template/template-parts.ts';

/**
 * What is wrong with the default of an input, in a sentence; `null` where nothing is, or where it holds an expression
 * and only a run can tell.
 */
export function defaultTrouble({ type, default: text }: FlowInput): string | null {
  if (text === null || templateParts(text).some(({ kind }) => kind !== 'text')) return null;
  const read = readInputText(type, text);
  return read.ok ? null : `The default is ${read.failure}: ${waysOn[type]}`;
}

const waysOn: Readonly<Record<FlowInput['type'], string>> = {
  text: 'any text will do.',
  number: 'write digits, or an expression that gives a number.',
  boolean: 'write true or false, or an expression that gives one of them.',
  json: 'mend it, or make the type Text.',
};
