import { jsonStop, JsonStop, type JsonCursor } from './json-cursor.ts';

/** Reads the string whose opening quote is at the cursor and leaves the cursor behind its closing quote. */
export function readJsonString(cursor: JsonCursor): string {
  cursor.at += 1;
  const start = cursor.at;
  const end = plainEnd(cursor.text, start);
  cursor.at = end;
  if (cursor.text.charCodeAt(end) === 0x22) {
    cursor.at = end + 1;
    return cursor.text.slice(start, end);
  }
  return readPieces(cursor, cursor.text.slice(start, end));
}

/** Most strings have no escape and are one slice; the others are put together here. */
function readPieces(cursor: JsonCursor, first: string): string {
  let text = first;
  for (;;) {
    const unit = cursor.text.charCodeAt(cursor.at);
    if (unit === 0x22) {
      cursor.at += 1;
      return text;
    }
    if (unit !== 0x5c) throw stringStop(cursor);
    text += readEscape(cursor);
    const start = cursor.at;
    cursor.at = plainEnd(cursor.text, start);
    text += cursor.text.slice(start, cursor.at);
  }
}

/** The first place from `at` that holds a quote, a backslash, a control character or nothing any more. */
function plainEnd(text: string, at: number): number {
  for (let index = at; ; index += 1) {
    const unit = text.charCodeAt(index);
    // Behind the end the unit is NaN, which no comparison accepts, so the loop ends there as well.
    if (!(unit >= 0x20) || unit === 0x22 || unit === 0x5c) return index;
  }
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function readEscape(cursor: JsonCursor): string {
  cursor.at += 1;
  const letter = cursor.text.charAt(cursor.at);
  if (letter === 'u') return readUnicodeEscape(cursor);
  const character = shortEscapes[letter];
  if (character === undefined) throw jsonStop(cursor, 'one of " \\ / b f n r t u after the backslash');
  cursor.at += 1;
  return character;
}

function readUnicodeEscape(cursor: JsonCursor): string {
  cursor.at += 1;
  const start = cursor.at;
  while (cursor.at < start + 4) {
    if (!/^[0-9a-f]$/i.test(cursor.text.charAt(cursor.at)))
      throw jsonStop(cursor, 'four hexadecimal digits after \\u');
    cursor.at += 1;
  }
  return String.fromCharCode(Number.parseInt(cursor.text.slice(start, cursor.at), 16));
}

function stringStop(cursor: JsonCursor): JsonStop {
  if (cursor.at >= cursor.text.length) return jsonStop(cursor, 'a closing double quote');
  const unit = cursor.text.charCodeAt(cursor.at);
  const name = unit === 0x0a || unit === 0x0d ? 'a line end' : 'a control character';
  return new JsonStop(cursor.at, `A string may not hold ${name}; write it as an escape.`);
}
