import { readInputText } from '../interpreter/read-input.ts';
import { templateParts } from '../template/template-parts.ts';
import type { ShownInput } from './given-inputs-of.ts';

/** What is wrong with what an input is given, in a sentence; `null` where nothing is, or where only a run can tell. */
export function givenInputTrouble({ declared, name, value }: ShownInput): string | null {
  if (declared === null) return null;
  if (value === '')
    return declared.required && declared.default === null
      ? `${name} is required: without a value the node is left by failed.`
      : null;
  if (templateParts(value).some(({ kind }) => kind !== 'text')) return null;
  const read = readInputText(declared.type, value);
  return read.ok ? null : `That is ${read.failure}, and ${name} has to be: the node would be left by failed.`;
}
