import { ExactNumber } from './exact-number.ts';
import { numberOfText } from './read-json-number.ts';
import { setOwnValue } from './set-own-value.ts';
import { isValueList } from './value-kinds.ts';
import type { Value } from './value.ts';

/** JSON of plain parts only, which survives `JSON.stringify`, a structured clone and a naive copy unchanged. */
export type PlainJson =
  null | boolean | number | string | readonly PlainJson[] | { readonly [key: string]: PlainJson };

/**
 * A value as plain JSON, for IPC, run state and files.
 *
 * An exact number becomes `{ "$number": "1.10" }`. Keys with one leading `$` are thereby ours (run state uses `$body`
 * for large bodies), so a key of the data that begins with `$` gets one more; and `__proto__` becomes `$__proto__`,
 * because schema libraries and plain assignments lose it.
 */
export function encodeValue(value: Value): PlainJson {
  if (value instanceof ExactNumber) return { $number: value.text };
  if (isValueList(value)) return value.map(encodeValue);
  if (typeof value !== 'object' || value === null) return value;
  const encoded: Record<string, PlainJson> = {};
  for (const key of Object.keys(value)) encoded[encodeKey(key)] = encodeValue(value[key] ?? null);
  return encoded;
}

/** The value that `encodeValue` made this of; plain JSON without tags is taken as it is. */
export function decodeValue(json: PlainJson): Value {
  if (typeof json !== 'object' || json === null) return json;
  if (isPlainList(json)) return json.map(decodeValue);
  const exact = exactNumberText(json);
  // Read and not just wrapped: a file may hold a tag around a number that a double holds as well.
  if (exact !== null) return numberOfText(exact);
  const decoded: Record<string, Value> = {};
  for (const key of Object.keys(json)) setOwnValue(decoded, decodeKey(key), decodeValue(json[key] ?? null));
  return decoded;
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function exactNumberText(json: { readonly [key: string]: PlainJson }): string | null {
  const keys = Object.keys(json);
  if (keys.length !== 1 || keys[0] !== '$number') return null;
  const text = json['$number'];
  return typeof text === 'string' && jsonNumber.test(text) ? text : null;
}

function encodeKey(key: string): string {
  return key.startsWith('$') || key === '__proto__' ? `$${key}` : key;
}

function decodeKey(key: string): string {
  return key.startsWith('$$') || key === '$__proto__' ? key.slice(1) : key;
}

function isPlainList(json: PlainJson): json is readonly PlainJson[] {
  return Array.isArray(json);
}
