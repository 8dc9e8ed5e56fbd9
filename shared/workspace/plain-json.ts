import { ExactNumber } from '../value/exact-number.ts';
import { setOwnValue } from '../value/set-own-value.ts';
import { isValueList } from '../value/value-kinds.ts';
import type { Value } from '../value/value.ts';

/** A copy of a value as plain JSON for a schema to look at. An exact number becomes the double that is nearest to it. */
export function plainJson(value: Value): unknown {
  if (value instanceof ExactNumber) return Number(value.text);
  if (typeof value !== 'object' || value === null) return value;
  if (isValueList(value)) return value.map(plainJson);
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setOwnValue(plain, key, plainJson(value[key] ?? null));
  return plain;
}

/** Plain JSON as a value. Keys whose value is `undefined` are left out, as if they had never been there. */
export function valueOfPlainJson(plain: unknown): Value {
  if (Array.isArray(plain)) return plain.map(valueOfPlainJson);
  if (typeof plain === 'object' && plain !== null) return objectOfPlainJson(plain);
  return typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean' ? plain : null;
}

function objectOfPlainJson(plain: object): Value {
  const value: Record<string, Value> = {};
  for (const [key, item] of Object.entries(plain)) {
    if (item !== undefined) setOwnValue(value, key, valueOfPlainJson(item));
  }
  return value;
}
