import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { readJsonNumber } from './read-json-number.ts';
import { readJsonString } from './read-json-string.ts';
import type { JsonCursor } from './json-cursor.ts';
import { jsonStop, JsonStop, skipJsonSpace } from './json-cursor.ts';
import { setOwnValue } from './set-own-value.ts';
import type { Value, ValueObject } from './value.ts';

/** Where and why a text is not JSON: line and column from 1, offset from 0, all in UTF-16 units. */
export interface JsonReadFailure {
  readonly code: 'json-invalid';
  /** A sentence for people. It quotes at most one character of the text, so that a secret cannot travel in it. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** The first character that cannot stand where it is; the length of the text where it ends too early. */
  readonly offset: number;
}

/** Brackets that may be open at once; deeper text is refused, because everything that walks a value is recursive. */
export const maxJsonDepth = 1000;

/**
 * Reads JSON (RFC 8259) without losing a digit: a number that a double would change becomes an `ExactNumber`.
 *
 * Our own reader, because `JSON.parse` of Node 20 hides the text of numbers and says in no stable way where it stopped.
 * `__proto__` is a key like any other, of equal keys the last one counts, and as everywhere in JavaScript the keys that
 * are whole numbers come first.
 */
export function readJson(text: string): Outcome<Value, JsonReadFailure> {
  const cursor: JsonCursor = { text, at: 0 };
  try {
    skipJsonSpace(cursor);
    const value = readValue(cursor, 0);
    skipJsonSpace(cursor);
    if (cursor.at < text.length) throw jsonStop(cursor, 'the end of the text');
    return succeeded(value);
  } catch (stop) {
    if (stop instanceof JsonStop) return failed(describe(text, stop));
    throw stop;
  }
}

function readValue(cursor: JsonCursor, depth: number): Value {
  switch (cursor.text.charCodeAt(cursor.at)) {
    case 0x22:
      return readJsonString(cursor);
    case 0x7b:
      return readObject(cursor, deeper(cursor, depth));
    case 0x5b:
      return readArray(cursor, deeper(cursor, depth));
    case 0x74:
      return readWord(cursor, 'true', true);
    case 0x66:
      return readWord(cursor, 'false', false);
    case 0x6e:
      return readWord(cursor, 'null', null);
    default:
      return readJsonNumber(cursor);
  }
}

function deeper(cursor: JsonCursor, depth: number): number {
  if (depth < maxJsonDepth) return depth + 1;
  throw new JsonStop(cursor.at, `More than ${maxJsonDepth.toLocaleString('en')} brackets are open here.`);
}

function readArray(cursor: JsonCursor, depth: number): readonly Value[] {
  const items: Value[] = [];
  cursor.at += 1;
  skipJsonSpace(cursor);
  if (taken(cursor, 0x5d)) return items;
  for (;;) {
    items.push(readValue(cursor, depth));
    skipJsonSpace(cursor);
    if (taken(cursor, 0x5d)) return items;
    if (!taken(cursor, 0x2c)) throw jsonStop(cursor, 'a comma or ]');
    skipJsonSpace(cursor);
  }
}

function readObject(cursor: JsonCursor, depth: number): ValueObject {
  const object: Record<string, Value> = {};
  cursor.at += 1;
  skipJsonSpace(cursor);
  if (taken(cursor, 0x7d)) return object;
  for (;;) {
    if (cursor.text.charCodeAt(cursor.at) !== 0x22) throw jsonStop(cursor, 'a key in double quotes');
    const key = readJsonString(cursor);
    skipJsonSpace(cursor);
    if (!taken(cursor, 0x3a)) throw jsonStop(cursor, 'a colon');
    skipJsonSpace(cursor);
    setOwnValue(object, key, readValue(cursor, depth));
    skipJsonSpace(cursor);
    if (taken(cursor, 0x7d)) return object;
    if (!taken(cursor, 0x2c)) throw jsonStop(cursor, 'a comma or }');
    skipJsonSpace(cursor);
  }
}

function taken(cursor: JsonCursor, unit: number): boolean {
  if (cursor.text.charCodeAt(cursor.at) !== unit) return false;
  cursor.at += 1;
  return true;
}

function readWord<Word extends Value>(cursor: JsonCursor, word: string, value: Word): Word {
  for (let index = 0; index < word.length; index += 1) {
    if (cursor.text.charCodeAt(cursor.at) !== word.charCodeAt(index))
      throw jsonStop(cursor, `the word ${word}`);
    cursor.at += 1;
  }
  return value;
}

function describe(text: string, stop: JsonStop): JsonReadFailure {
  const before = text.slice(0, stop.offset).split(/\r\n|\r|\n/);
  return {
    code: 'json-invalid',
    message: stop.message,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    offset: stop.offset,
  };
}
