import { base64 } from '../../response/base64.ts';
import { isShortSecret } from '../short-secret.ts';
import { characterForms, type CharacterForm } from './character-form.ts';
import { characterEnds } from './encoded-character.ts';

/** A text that gives a secret away, in whatever encoding each of its characters stands. */
export interface SecretPattern {
  readonly text: string;
  readonly forms: readonly CharacterForm[];
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
export function secretPatterns(secret: KnownSecret): readonly SecretPattern[] {
  if (secret.value === '') return [];
  const patterns = isShortSecret(secret.value) ? [] : textPatterns(secret.value);
  if (secret.user === undefined) return patterns;
  return [...patterns, ...pairPatterns(`${secret.user}:${secret.value}`, secret.value)];
}

/** The token of Basic is distinctive also where the password alone is not; the pair as text is, for a short password. */
function pairPatterns(pair: string, password: string): readonly SecretPattern[] {
  if (isShortSecret(pair)) return [];
  return isShortSecret(password) ? textPatterns(pair) : base64Patterns(new TextEncoder().encode(pair));
}

function textPatterns(text: string): readonly SecretPattern[] {
  const bytes = new TextEncoder().encode(text);
  const latin1 = latin1Bytes(text);
  return [
    ...plainTexts(text, bytes).map((plain) => pattern(plain, false, false, false)),
    ...base64Patterns(bytes),
    ...(latin1 === null ? [] : base64Patterns(latin1)),
  ];
}

/**
 * The text as it is, as UTF-8 makes it (lone surrogates are replaced), and as a server shows it that takes the bytes of a
 * header for Latin-1.
 */
function plainTexts(text: string, bytes: Uint8Array): readonly string[] {
  const wellFormed = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const misread = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return [...new Set([text, wellFormed, misread])];
}

/** The bytes that a Latin-1 client would send, where they differ from UTF-8 and exist. */
function latin1Bytes(text: string): Uint8Array | null {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const differs = units.some((unit) => unit > 0x7f) && units.every((unit) => unit <= 0xff);
  return differs ? Uint8Array.from(units) : null;
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
    return pattern(base64(shifted).slice(first, behind), true, shift > 0, (8 * shifted.length) % 6 !== 0);
  });
}

function pattern(
  text: string,
  isBase64: boolean,
  spillsBefore: boolean,
  spillsBehind: boolean,
): SecretPattern {
  return { text, forms: characterForms(text, isBase64), spillsBefore, spillsBehind };
}

/** Where the pattern ends when it starts at `at`, the longest way; -1 where it does not start there. */
export function patternEnd(text: string, at: number, searched: SecretPattern): number {
  const { forms } = searched;
  let index = 0;
  let end = at;
  // Where nothing is encoded there is one way on at most, and most candidates are refused here.
  for (let form = forms[0]; form !== undefined && !canBeEncoded(text, end); form = forms[(index += 1)]) {
    const literal = form.literals.find((each) => text.startsWith(each, end));
    if (literal === undefined) return -1;
    end += literal.length;
  }
  let ends: readonly number[] = [end];
  for (; index < forms.length && ends.length > 0; index += 1) {
    const form = forms[index];
    if (form !== undefined) ends = characterEnds(text, ends, form);
  }
  return ends.length === 0 ? -1 : Math.max(...ends);
}

/** Percent-encoding and escapes begin with characters that may also stand for themselves. */
function canBeEncoded(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x25 || unit === 0x5c;
}
