import { maskText } from '../request/masked-request.ts';
import type { Value } from '../value/value.ts';
import { gapEnd, gapStart } from './scrub/pattern-gap.ts';
import { candidatePatterns, type CandidatePatterns } from './scrub/candidate-patterns.ts';
import { scrubbedValue } from './scrub/scrubbed-value.ts';
import { type KnownSecret, patternEnd, secretPatterns, type SecretPattern } from './scrub/secret-pattern.ts';

/** Takes secret values out of whatever leaves the main process or is written. */
export interface Scrubber {
  /** The text with the mask wherever a secret stood, in any encoding. The same text where there was none. */
  readonly scrub: (text: string) => string;
  /** The value with every text, key and number scrubbed; the same value where there was nothing to scrub. */
  readonly scrubValue: (value: Value) => Value;
  /** Every stretch of a text that gives a secret away, in order and apart from each other. */
  readonly ranges: (text: string) => readonly SecretRange[];
}

/** From `start` up to but not including `end`, in UTF-16 units. */
export interface SecretRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A scrubber for some secrets (SEMANTICS, Secrets): it finds them as they are, as base64 and base64url wherever they
 * stand in it, also over several lines and of UTF-16, percent-encoded, in form encoding, in escapes of JSON and of
 * programming languages, in quoted-printable, in hexadecimal digits, with their accents composed or not, in what Basic
 * authentication makes of them, and in mixtures of these, also nested.
 *
 * Values under 8 characters are not searched for: they are masked by position, by whoever puts them somewhere. One pass
 * over the text, whatever the number of secrets; 50 MB take well under a second where nothing is found.
 *
 * @param mask what is written instead; bodies that must stay Latin-1 need another one than the dots
 */
export function createScrubber(secrets: readonly KnownSecret[], mask = maskText): Scrubber {
  const patterns = distinctPatterns(secrets.flatMap(secretPatterns));
  const candidates = candidatePatterns(patterns);
  const ranges = (text: string) => (patterns.length === 0 ? [] : secretRanges(text, candidates));
  const scrub = (text: string) => masked(text, ranges(text), mask);
  return {
    scrub,
    scrubValue: (value) => (patterns.length === 0 ? value : scrubbedValue(value, scrub)),
    ranges,
  };
}

type Range = { -readonly [Border in keyof SecretRange]: number };

function distinctPatterns(patterns: readonly SecretPattern[]): readonly SecretPattern[] {
  return [
    ...new Map(
      patterns.map((each) => [`${each.gap} ${String(each.spillsBefore)} ${each.text}`, each]),
    ).values(),
  ];
}

/** Every stretch that belongs to a secret, those that overlap or touch as one: half a secret is still a secret. */
function secretRanges(text: string, candidates: CandidatePatterns): readonly SecretRange[] {
  const ranges: Range[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const pattern of candidates.at(text, at)) {
      const end = patternEnd(text, at, pattern);
      if (end !== -1) addRange(ranges, ...withSpilledLetters(text, at, end, pattern));
    }
  }
  return ranges;
}

function addRange(ranges: Range[], start: number, end: number): void {
  const last = ranges.at(-1);
  if (last === undefined || start > last.end) {
    ranges.push({ start, end });
    return;
  }
  last.start = Math.min(last.start, start);
  last.end = Math.max(last.end, end);
}

/** The base64 letters at either end hold up to four bits of the secret, so they go with it, also from another line. */
function withSpilledLetters(
  text: string,
  start: number,
  end: number,
  { gap, spillsBefore, spillsBehind }: SecretPattern,
): readonly [number, number] {
  const before = spillsBefore ? gapStart(text, start) : start;
  const behind = spillsBehind ? Math.max(end, gapEnd(text, end, gap)) : end;
  return [
    spillsBefore && before > 0 && isBase64Letter(text.charAt(before - 1)) ? before - 1 : start,
    spillsBehind && isBase64Letter(text.charAt(behind)) ? behind + 1 : end,
  ];
}

function isBase64Letter(character: string): boolean {
  return /^[A-Za-z0-9+/_-]$/.test(character);
}

function masked(text: string, ranges: readonly SecretRange[], mask: string): string {
  if (ranges.length === 0) return text;
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end } of ranges) {
    pieces.push(text.slice(at, start), mask);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}
