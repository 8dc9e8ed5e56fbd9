import { ExactNumber } from '#shared/value/exact-number.ts';
import { setOwnValue } from '#shared/value/set-own-value.ts';
import { isValueList } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';

/**
 * A value without secrets, in whatever of its texts, names and numbers they are: a secret of digits is a number to some
 * servers, and becomes a text here.
 */
export function scrubbedValue(value: Value, scrub: (text: string) => string): Value {
  if (typeof value === 'string') return scrub(value);
  if (typeof value === 'number' || value instanceof ExactNumber) {
    const text = writeJson(value);
    const scrubbed = scrub(text);
    return scrubbed === text ? value : scrubbed;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isValueList(value)) return value.map((item) => scrubbedValue(item, scrub));
  const object = {};
  for (const [key, member] of Object.entries(value))
    setOwnValue(object, scrub(key), scrubbedValue(member, scrub));
  return object;
}
