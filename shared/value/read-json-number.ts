import { ExactNumber } from './exact-number.ts';
import { jsonStop, type JsonCursor } from './json-cursor.ts';

/** Reads the number at the cursor; one that a double would not print again stays as its text. */
export function readJsonNumber(cursor: JsonCursor): number | ExactNumber {
  const start = cursor.at;
  if (unitAt(cursor) === 0x2d) cursor.at += 1;
  readWhole(cursor);
  if (unitAt(cursor) === 0x2e) {
    cursor.at += 1;
    readDigits(cursor);
  }
  const mark = unitAt(cursor);
  if (mark === 0x65 || mark === 0x45) readExponent(cursor);
  return numberOfText(cursor.text.slice(start, cursor.at));
}

/** A valid JSON number as a value: a double where `String` gives the text back, else an `ExactNumber`. */
export function numberOfText(text: string): number | ExactNumber {
  const double = Number(text);
  return String(double) === text ? double : new ExactNumber(text);
}

function readWhole(cursor: JsonCursor): void {
  if (unitAt(cursor) === 0x30) {
    cursor.at += 1;
    return;
  }
  if (!isDigit(unitAt(cursor))) throw jsonStop(cursor, 'a value');
  readDigits(cursor);
}

function readExponent(cursor: JsonCursor): void {
  cursor.at += 1;
  const sign = unitAt(cursor);
  if (sign === 0x2b || sign === 0x2d) cursor.at += 1;
  readDigits(cursor);
}

function readDigits(cursor: JsonCursor): void {
  if (!isDigit(unitAt(cursor))) throw jsonStop(cursor, 'a digit');
  while (isDigit(unitAt(cursor))) cursor.at += 1;
}

function unitAt(cursor: JsonCursor): number {
  return cursor.text.charCodeAt(cursor.at);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
