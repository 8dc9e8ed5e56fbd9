import { readNumber } from '../interpreter/read-number.ts';
import type { VariableChange } from '../nodes/set-variables-node.ts';
import { templateParts } from '../template/template-parts.ts';

/** What is wrong with the value of a change, in a sentence; `null` where nothing is, or where only a run can tell. */
export function changeTrouble({ action, value }: VariableChange): string | null {
  if (action !== 'increment' || value.trim() === '') return null;
  if (templateParts(value).some(({ kind }) => kind !== 'text') || readNumber(value) !== null) return null;
  return 'That is no number: write one such as 2 or -0.5, or an expression that gives one.';
}
