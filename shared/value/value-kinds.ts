import { ExactNumber } from './exact-number.ts';
import type { Value, ValueObject } from './value.ts';

/** Whether a value is a list; `Array.isArray` alone loses the type of the items. */
export function isValueList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value has keys: neither a list nor a number that is kept as text. */
export function isValueObject(value: Value | undefined): value is ValueObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
  );
}

/** What a value is called in sentences and hovers. */
export type ValueKind = 'null' | 'boolean' | 'number' | 'text' | 'list' | 'object';

/** The kind of a value; an exact number is a number like any other. */
export function kindOfValue(value: Value): ValueKind {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number' || value instanceof ExactNumber) return 'number';
  return isValueList(value) ? 'list' : 'object';
}
