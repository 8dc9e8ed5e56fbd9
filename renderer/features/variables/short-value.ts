import { isValueList, isValueObject } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';

const longest = 200;

/** A value in one line: what it holds, of objects the keys, of lists how many items. */
export function shortValue(value: Value): string {
  if (isValueList(value)) return `[ ${String(value.length)} ${value.length === 1 ? 'item' : 'items'} ]`;
  if (!isValueObject(value)) return shortened(writeJson(value));
  const keys = Object.keys(value);
  return keys.length === 0
    ? '{}'
    : `{ ${shortened(keys.slice(0, 20).join(', '))}${keys.length > 20 ? ', …' : ''} }`;
}

const shortened = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);
