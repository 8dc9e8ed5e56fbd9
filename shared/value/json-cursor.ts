/** Where the JSON reader stands in its text; the parts of the reader share it and move it on. */
export interface JsonCursor {
  readonly text: string;
  at: number;
}

/** Ends reading from any depth. It never leaves `readJson`, which makes a failure of it. */
export class JsonStop extends Error {
  readonly offset: number;

  /** @param reason a sentence for people */
  constructor(offset: number, reason: string) {
    super(reason);
    this.name = 'JsonStop';
    this.offset = offset;
  }
}

/** The stop for a character that cannot stand at the cursor; `expected` ends the words "There should be". */
export function jsonStop(cursor: JsonCursor, expected: string): JsonStop {
  if (cursor.at >= cursor.text.length) {
    return new JsonStop(cursor.text.length, `The text ends where there should be ${expected}.`);
  }
  const found = String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0);
  return new JsonStop(cursor.at, `There should be ${expected} and not ${JSON.stringify(found)}.`);
}

/** Moves past the four characters that JSON takes for white space (RFC 8259 §2). */
export function skipJsonSpace(cursor: JsonCursor): void {
  const { text } = cursor;
  let { at } = cursor;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
    at += 1;
  }
  cursor.at = at;
}
