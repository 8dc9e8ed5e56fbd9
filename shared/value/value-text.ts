import { ExactNumber } from './exact-number.ts';
import { writeJson } from './write-json.ts';
import type { Value } from './value.ts';

/**
 * The text of a value as it stands in a message (SEMANTICS, Templates): text as it is, numbers and booleans by
 * `String`, lists and objects as JSON, `null` as empty text.
 */
export function valueText(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  return value instanceof ExactNumber ? value.text : writeJson(value);
}
