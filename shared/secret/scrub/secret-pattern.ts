import { base64 } from '../../response/base64.ts';
import { isShortSecret } from '../short-secret.ts';
import { base64LetterForms, type CharacterForm, characterForms, hexByteForms } from './character-form.ts';
import { canBeEncoded, characterEnds } from './encoded-character.ts';
import { canBeGap, type Gap, gapEnd } from './pattern-gap.ts';

/** A text that gives a secret away, in whatever encoding each of its characters stands. */
export interface SecretPattern {
  readonly text: string;
  readonly forms: readonly CharacterForm[];
  /** What may stand between its characters. */
  readonly gap: Gap;
  /** Whether the base64 letter before it, or behind it, also carries bits of the secret. */
  readonly spillsBefore: boolean;
  readonly spillsBehind: boolean;
}

/** A secret to look for. With a user name, also what Basic authentication makes of the two. */
export interface KnownSecret {
  readonly value: string;
  readonly user?: string;
}

/** Everything to search for because of one secret; nothing for a value that is too short to be searched for. */
export function secretPatterns({ user, value }: KnownSecret): readonly SecretPattern[] {
  if (value === '') return [];
  const patterns = isShortSecret(value) ? [] : normalForms(value).flatMap(textPatterns);
  if (user === undefined) return patterns;
  return [...patterns, ...normalForms(`${user}:${value}`).flatMap((pair) => pairPatterns(pair, value))];
}

/** The text as it is, and as Unicode composes and decomposes its accents. */
function normalForms(text: string): readonly string[] {
  return [...new Set([text, text.normalize('NFC'), text.normalize('NFD')])];
}

/** The token of Basic is distinctive also where the password alone is not; the pair as text is, for a short password. */
function pairPatterns(pair: string, password: string): readonly SecretPattern[] {
  if (isShortSecret(pair)) return [];
  return isShortSecret(password) ? textPatterns(pair) : base64Patterns(new TextEncoder().encode(pair));
}

function textPatterns(text: string): readonly SecretPattern[] {
  return [
    ...plainTexts(text).map((plain) => pattern(plain, characterForms(plain), 'text')),
    ...bytesOf(text).flatMap((bytes) => [...base64Patterns(bytes), hexPattern(bytes)]),
  ];
}

/** The bytes that clients make of a text: in UTF-8, in UTF-16 in either order, and in Latin-1 where that is another thing. */
function bytesOf(text: string): readonly Uint8Array[] {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const isLatin1 = units.some((unit) => unit > 0x7f) && units.every((unit) => unit <= 0xff);
  return [
    new TextEncoder().encode(text),
    Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8])),
    Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff])),
    ...(isLatin1 ? [Uint8Array.from(units)] : []),
  ];
}

/**
 * The text as it is, as UTF-8 makes it (lone surrogates are replaced), and as a server shows it that takes the bytes of a
 * header for Latin-1.
 */
function plainTexts(text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  const wellFormed = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const misread = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return [...new Set([text, wellFormed, misread])];
}

/**
 * The base64 letters that depend on nothing but these bytes, for each of the three ways in which bytes before them can
 * shift them (RFC 4648 §4).
 */
function base64Patterns(bytes: Uint8Array): readonly SecretPattern[] {
  return [0, 1, 2].map((shift) => {
    const shifted = new Uint8Array(shift + bytes.length);
    shifted.set(bytes, shift);
    const first = Math.ceil((8 * shift) / 6);
    const behind = Math.floor((8 * shifted.length) / 6);
    const letters = base64(shifted).slice(first, behind);
    return {
      ...pattern(letters, base64LetterForms(letters), 'base64'),
      spillsBefore: shift > 0,
      spillsBehind: (8 * shifted.length) % 6 !== 0,
    };
  });
}

function hexPattern(bytes: Uint8Array): SecretPattern {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return pattern(digits, hexByteForms(digits), 'hexadecimal');
}

function pattern(text: string, forms: readonly CharacterForm[], gap: Gap): SecretPattern {
  return { text, forms, gap, spillsBefore: false, spillsBehind: false };
}

/** Where the pattern ends when it starts at `at`, the longest way; -1 where it does not start there. */
export function patternEnd(text: string, at: number, searched: SecretPattern): number {
  const { forms, gap } = searched;
  let index = 0;
  let end = at;
  // Where nothing is encoded there is one way on at most, and most candidates are refused here.
  for (let form = forms[0]; form !== undefined && !canBeEncoded(text, end); form = forms[(index += 1)]) {
    const literal = form.literals.find((each) => text.startsWith(each, end));
    if (literal === undefined && !canBeGap(text, end, gap)) return -1;
    if (literal === undefined) break;
    end += literal.length;
  }
  return encodedEnd(text, end, searched, index);
}

/** Where the pattern ends whose characters from `from` on may be encoded, and begin at `at`. */
function encodedEnd(text: string, at: number, { forms, gap }: SecretPattern, from: number): number {
  let ends: readonly number[] = [at];
  for (let index = from; index < forms.length && ends.length > 0; index += 1) {
    const form = forms[index];
    if (form !== undefined) ends = characterEnds(text, index === 0 ? ends : withGaps(text, ends, gap), form);
  }
  return ends.length === 0 ? -1 : Math.max(...ends);
}

/** With the places behind what may stand between two characters. */
function withGaps(text: string, starts: readonly number[], gap: Gap): readonly number[] {
  const behind = starts.map((start) => gapEnd(text, start, gap)).filter((end) => end !== -1);
  return behind.length === 0 ? starts : [...new Set([...starts, ...behind])];
}
