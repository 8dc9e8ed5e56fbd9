import { skipJsonSpace, type JsonCursor } from './json-cursor.ts';
import { readJsonNumber } from './read-json-number.ts';
import { readJsonString } from './read-json-string.ts';

/** A stretch of a text, in UTF-16 units from 0; the end is exclusive. */
export interface JsonPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a member of a JSON text stands: the value at a path of keys and indexes, or the last value on the way to it that is
 * there. The text has to be JSON (`readJson`); of two equal keys the last one counts.
 */
export function jsonPlace(text: string, path: readonly PropertyKey[]): JsonPlace {
  const cursor: JsonCursor = { text, at: 0 };
  return placeIn(cursor, path);
}

/** The place within the value at the cursor, which moves past that value. */
function placeIn(cursor: JsonCursor, path: readonly PropertyKey[]): JsonPlace {
  skipJsonSpace(cursor);
  const start = cursor.at;
  const [key, ...rest] = path;
  const found: JsonPlace[] = [];
  const member = (name: PropertyKey) => {
    const isWanted = path.length > 0 && String(name) === String(key);
    const place = placeIn(cursor, isWanted ? rest : []);
    if (isWanted) found.push(place);
  };
  if (cursor.text[start] === '{') overObject(cursor, member);
  else if (cursor.text[start] === '[') overList(cursor, member);
  else skipPlain(cursor);
  return found.at(-1) ?? { start, end: cursor.at };
}

function overObject(cursor: JsonCursor, member: (key: string) => void): void {
  while (isNext(cursor, '}')) {
    const key = readJsonString(cursor);
    skipJsonSpace(cursor);
    // The colon.
    cursor.at += 1;
    member(key);
  }
}

function overList(cursor: JsonCursor, member: (index: number) => void): void {
  for (let index = 0; isNext(cursor, ']'); index += 1) member(index);
}

/** Moves past an opening bracket or a comma, or past the closing bracket; says whether a member follows. */
function isNext(cursor: JsonCursor, closing: string): boolean {
  skipJsonSpace(cursor);
  const isEnd = cursor.text[cursor.at] === closing || cursor.at >= cursor.text.length;
  cursor.at += 1;
  if (isEnd) return false;
  skipJsonSpace(cursor);
  if (cursor.text[cursor.at] !== closing) return true;
  cursor.at += 1;
  return false;
}

function skipPlain(cursor: JsonCursor): void {
  const word = /(?:true|false|null)/y;
  word.lastIndex = cursor.at;
  const found = word.exec(cursor.text);
  if (found !== null) cursor.at += found[0].length;
  else if (cursor.text[cursor.at] === '"') readJsonString(cursor);
  else readJsonNumber(cursor);
}
