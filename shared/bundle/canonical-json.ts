import { ExactNumber } from '../value/exact-number.ts';
import { isValueList } from '../value/value-kinds.ts';
import type { Value } from '../value/value.ts';
import { writeJson } from '../value/write-json.ts';

/**
 * The one text of a value that a digest is taken of: no spaces, keys in the order of their UTF-16 units, numbers as the
 * rest of the product writes them (RFC 8785, except that a number keeps every digit it came with).
 */
export function canonicalJson(value: Value): string {
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return writeJson(value);
  if (isValueList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // The default order of texts is that of their UTF-16 units, on every machine.
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
}
