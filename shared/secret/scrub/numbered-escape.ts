// Escapes that name a character by a number: \x41, \u0041, \u{41}, \U00000041 and \101.
import { hexValue } from './hex-value.ts';

const backslash = 0x5c;

/**
 * Escapes inside of escapes that are followed: `\\\"` is two. The bound keeps a text of nothing but backslashes from being
 * walked again and again.
 */
const longestBackslashRun = 15;

/** Digits in braces, leading zeros included. */
const mostBracedDigits = 8;

/** An escape that was read: what it stands for, and where it ends. */
interface NumberedEscape {
  readonly value: number;
  readonly end: number;
}

/** Where a run of backslashes ends that starts at `at`, as far as it is looked at. */
export function endOfBackslashes(text: string, at: number): number {
  let end = at;
  while (end - at < longestBackslashRun && text.charCodeAt(end) === backslash) end += 1;
  return end;
}

const fixedDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads what stands behind the backslashes of an escape. */
export function numberedEscape(text: string, letterAt: number): NumberedEscape | null {
  const letter = text.charAt(letterAt);
  if (letter === 'u' && text[letterAt + 1] === '{') return bracedEscape(text, letterAt + 2);
  const digits = fixedDigits[letter];
  if (digits === undefined) return octalEscape(text, letterAt);
  const value = hexValue(text, letterAt + 1, digits);
  return value < 0 ? null : { value, end: letterAt + 1 + digits };
}

function bracedEscape(text: string, at: number): NumberedEscape | null {
  let end = at;
  while (end - at < mostBracedDigits && hexValue(text, end, 1) >= 0) end += 1;
  return end === at || text[end] !== '}' ? null : { value: hexValue(text, at, end - at), end: end + 1 };
}

/** Three digits at most, and no more than a byte: how every language with such escapes reads them. */
function octalEscape(text: string, at: number): NumberedEscape | null {
  let [end, value] = [at, 0];
  for (; end - at < 3; end += 1) {
    const digit = text.charCodeAt(end) - 0x30;
    if (!(digit >= 0 && digit <= 7) || value * 8 + digit > 0xff) break;
    value = value * 8 + digit;
  }
  return end === at ? null : { value, end };
}

/** Where some numbers end, each written as an escape; -1 where they do not stand at `at`. */
export function numberedEscapesEnd(text: string, at: number, numbers: readonly number[]): number {
  let start = at;
  for (const number of numbers) {
    const letter = endOfBackslashes(text, start);
    const escape = letter === start ? null : numberedEscape(text, letter);
    if (escape?.value !== number) return -1;
    start = escape.end;
  }
  return start;
}
