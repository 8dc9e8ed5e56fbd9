import { ExactNumber } from '../../value/exact-number.ts';
import { setOwnValue } from '../../value/set-own-value.ts';
import { isValueList } from '../../value/value-kinds.ts';
import type { Value, ValueObject } from '../../value/value.ts';

/** A value whose texts, keys and numbers went through `scrub`; parts in which nothing changed stay the same objects. */
export function scrubbedValue(value: Value, scrub: (text: string) => string): Value {
  if (typeof value === 'string') return scrub(value);
  if (typeof value === 'number' || value instanceof ExactNumber) return scrubbedNumber(value, scrub);
  if (typeof value !== 'object' || value === null) return value;
  return isValueList(value) ? scrubbedList(value, scrub) : scrubbedObject(value, scrub);
}

/** A secret of digits comes back as a number from a server that thinks it is one; it is then shown as the mask. */
function scrubbedNumber(value: number | ExactNumber, scrub: (text: string) => string): Value {
  const text = String(value);
  const scrubbed = scrub(text);
  return scrubbed === text ? value : scrubbed;
}

function scrubbedList(list: readonly Value[], scrub: (text: string) => string): Value {
  const items = list.map((item) => scrubbedValue(item, scrub));
  return items.every((item, index) => item === list[index]) ? list : items;
}

function scrubbedObject(object: ValueObject, scrub: (text: string) => string): Value {
  const scrubbed: Record<string, Value> = {};
  let isSame = true;
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null;
    const cleanValue = scrubbedValue(value, scrub);
    const cleanKey = scrub(key);
    isSame &&= cleanKey === key && cleanValue === value;
    setOwnValue(scrubbed, freeKey(scrubbed, cleanKey), cleanValue);
  }
  return isSame ? object : scrubbed;
}

/** Two keys that differ only in their secrets must not become one. */
function freeKey(object: Readonly<Record<string, Value>>, key: string): string {
  let free = key;
  for (let count = 2; Object.hasOwn(object, free); count += 1) free = `${key} (${String(count)})`;
  return free;
}
