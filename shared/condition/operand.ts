import type { Rendered } from '../template/rendered.ts';
import { readJson } from '../value/read-json.ts';
import { equalValues } from '../value/equal-values.ts';
import type { Value } from '../value/value.ts';

/** One side of a rule: what its template gave. */
export interface Operand {
  readonly value: Value;
  /**
   * Text that was written or put together, and so says nothing of a type: `5` in a field may mean the number or the text.
   * A field that is exactly one expression is not: it keeps the type of its value (SEMANTICS, Templates).
   */
  readonly isWritten: boolean;
}

/** An operand that is not there: of an operator that compares with nothing, or a field that was left out. */
export const noOperand: Operand = { value: null, isWritten: false };

/** What a rendered template is as an operand. */
export function operandOf({ text, value }: Pick<Rendered, 'text' | 'value'>): Operand {
  return value === undefined ? { value: text, isWritten: true } : { value, isWritten: false };
}

/**
 * Whether a value is the same as an operand. Written text is read as JSON beside a value that is no text, since that is
 * how a number or a list is written into a field; nothing else is converted.
 */
export function isSame(value: Value, { value: other, isWritten }: Operand): boolean {
  if (!isWritten || typeof value === 'string' || typeof other !== 'string') return equalValues(value, other);
  const read = readJson(other);
  return read.ok && equalValues(value, read.value);
}
