import { ExactNumber } from '#shared/value/exact-number.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { PastedRow } from './pasted-row.ts';

/**
 * The rows of pasted JSON: an object gives a row for each key, and a list one for each object with a name (or key) and a
 * value, as archives of requests have them. `null` where the text is no such JSON.
 */
export function pastedJson(text: string): readonly (PastedRow | null)[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const read = readJson(text);
  if (!read.ok) return null;
  if (Array.isArray(read.value)) return (read.value as readonly Value[]).map(namedRow);
  if (!isObject(read.value)) return null;
  return Object.entries(read.value).map(([name, value]) => ({ name, value: textOf(value) }));
}

function namedRow(item: Value): PastedRow | null {
  if (!isObject(item)) return null;
  const name = item['name'] ?? item['key'];
  const value = item['value'];
  if (typeof name !== 'string' || value === undefined) return null;
  const off = item['disabled'] === true || item['enabled'] === false;
  return { name, value: textOf(value), ...(off && { enabled: false }) };
}

/** A text as it is, anything else as JSON: what a template would print. */
function textOf(value: Value): string {
  return typeof value === 'string' ? value : writeJson(value);
}

function isObject(value: Value): value is ValueObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
  );
}
