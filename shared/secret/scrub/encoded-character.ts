import type { CharacterForm } from './character-form.ts';
import { hexValue } from './hex-value.ts';
import { endOfBackslashes, numberedEscapesEnd } from './numbered-escape.ts';
import { gapEnd } from './pattern-gap.ts';

const percent = 0x25;
const backslash = 0x5c;
const equals = 0x3d;

/** Percent-encodings inside of each other that are followed: `%2525` is two. */
const deepestNesting = 4;

/** Percent-encoding, escapes and quoted-printable begin with characters that may also stand for themselves. */
export function canBeEncoded(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === percent || unit === backslash || unit === equals;
}

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
    if (form.bytes.length > 0 && canBeEncoded(text, start)) addEncodedEnds(text, start, form, ends);
  }
  return ends;
}

function addEncodedEnds(text: string, at: number, form: CharacterForm, ends: number[]): void {
  const unit = text.charCodeAt(at);
  if (unit === percent) for (const end of percentEnds(text, at, form.bytes)) addOnce(ends, end);
  else if (unit === backslash) addEscapeEnds(text, at, form, ends);
  else addOnce(ends, quotedEnd(text, at, form.bytes));
}

function addOnce(ends: number[], end: number): void {
  if (end !== -1 && !ends.includes(end)) ends.push(end);
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

/** `=C3=A4`, as quoted-printable writes it, also where a line ends between the two; -1 where it is not that. */
function quotedEnd(text: string, at: number, bytes: readonly number[]): number {
  let end = at;
  for (const byte of bytes) {
    const start = end === at ? at : Math.max(end, gapEnd(text, end, 'text'));
    if (text.charCodeAt(start) !== equals || hexValue(text, start + 1, 2) !== byte) return -1;
    end = start + 3;
  }
  return end;
}

function addEscapeEnds(text: string, at: number, form: CharacterForm, ends: number[]): void {
  const behind = endOfBackslashes(text, at);
  if (form.units[0] === backslash) {
    for (let length = 2; at + length <= behind; length *= 2) addOnce(ends, at + length);
  }
  if (form.escape !== '' && text.startsWith(form.escape, behind)) addOnce(ends, behind + 1);
  for (const numbers of form.numbers) addOnce(ends, numberedEscapesEnd(text, at, numbers));
}
