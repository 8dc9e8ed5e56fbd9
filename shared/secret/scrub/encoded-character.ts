import type { CharacterForm } from './character-form.ts';

const percent = 0x25;
const backslash = 0x5c;

/**
 * Encodings inside of encodings that are followed: `%2525` is two, `\\\"` is two. The bound keeps a text of nothing but
 * backslashes from being walked again and again.
 */
const deepestNesting = 4;
const longestBackslashRun = 2 ** deepestNesting - 1;

/** Every place where the character, in one of its forms, may end when it starts at one of `starts`; mostly one or none. */
export function characterEnds(
  text: string,
  starts: readonly number[],
  form: CharacterForm,
): readonly number[] {
  const ends: number[] = [];
  for (const start of starts) {
    for (const literal of form.literals) {
      if (text.startsWith(literal, start)) addOnce(ends, start + literal.length);
    }
    const unit = text.charCodeAt(start);
    if (unit === percent) for (const end of percentEnds(text, start, form.bytes)) addOnce(ends, end);
    if (unit === backslash) addEscapeEnds(text, start, form, ends);
  }
  return ends;
}

function addOnce(ends: number[], end: number): void {
  if (!ends.includes(end)) ends.push(end);
}

function percentEnds(text: string, at: number, bytes: readonly number[]): readonly number[] {
  let starts: readonly number[] = [at];
  for (const byte of bytes) {
    starts = starts.flatMap((start) => percentByteEnds(text, start, byte));
    if (starts.length === 0) return starts;
  }
  return starts;
}

/** `%C3`, also encoded again as `%25C3`; two ends are possible only for the percent sign itself. */
function percentByteEnds(text: string, at: number, byte: number): readonly number[] {
  if (text.charCodeAt(at) !== percent) return [];
  const ends: number[] = [];
  for (let digits = at + 1, depth = 0; depth < deepestNesting; digits += 2, depth += 1) {
    if (hexValue(text, digits, 2) === byte) ends.push(digits + 2);
    if (!text.startsWith('25', digits)) break;
  }
  return ends;
}

function addEscapeEnds(text: string, at: number, form: CharacterForm, ends: number[]): void {
  const behind = endOfBackslashes(text, at);
  if (form.units[0] === backslash) {
    for (let length = 2; at + length <= behind; length *= 2) addOnce(ends, at + length);
  }
  if (form.escape !== '' && text.startsWith(form.escape, behind)) addOnce(ends, behind + 1);
  const end = unicodeEscapesEnd(text, at, form.units);
  if (end !== null) addOnce(ends, end);
}

/** Where a run of backslashes ends that starts at `at`, as far as it is looked at. */
export function endOfBackslashes(text: string, at: number): number {
  let end = at;
  while (end - at < longestBackslashRun && text.charCodeAt(end) === backslash) end += 1;
  return end;
}

function unicodeEscapesEnd(text: string, at: number, units: readonly number[]): number | null {
  let start = at;
  for (const unit of units) {
    const letter = endOfBackslashes(text, start);
    if (letter === start || text[letter] !== 'u' || hexValue(text, letter + 1, 4) !== unit) return null;
    start = letter + 5;
  }
  return start;
}

/** The value of some hexadecimal digits in either case, or -1. */
export function hexValue(text: string, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index += 1) {
    const digit = hexDigit(text.charCodeAt(index));
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
