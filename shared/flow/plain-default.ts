import { readInputText, type InputMismatch } from '../interpreter/read-input.ts';
import type { FlowInput } from '../nodes/start-node.ts';
import type { Outcome } from '../outcome/outcome.ts';
import { templateParts } from '../template/template-parts.ts';
import type { Value } from '../value/value.ts';

/** What the default of an input is read as; `null` where it has none, or one with an expression, which only a run can tell. */
export function plainDefault({ type, default: text }: FlowInput): Outcome<Value, InputMismatch> | null {
  if (text === null || templateParts(text).some(({ kind }) => kind !== 'text')) return null;
  return readInputText(type, text);
}
