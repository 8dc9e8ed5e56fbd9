import type { CharacterForm } from './character-form.ts';
import { hexValue } from './hex-value.ts';
import { endOfBackslashes, numberedEscape } from './numbered-escape.ts';
import type { SecretPattern } from './secret-pattern.ts';

const percent = 0x25;
const backslash = 0x5c;
const equals = 0x3d;
const lineEnds = [0x0d, 0x0a];

/** Says at which places of a text a pattern can start at all, so that long texts are walked once and quickly. */
export interface CandidatePatterns {
  /** The patterns that are worth a closer look at this place. */
  at(text: string, at: number): readonly SecretPattern[];
}

type PatternsByNumber = Map<number, SecretPattern[]>;

const none: readonly SecretPattern[] = [];

/**
 * Sorts patterns by how they can begin: by their first two units where the first stands as it is, by their first
 * character where it is encoded.
 */
export function candidatePatterns(patterns: readonly SecretPattern[]): CandidatePatterns {
  const byPair: PatternsByNumber = new Map();
  const byUnit: PatternsByNumber = new Map();
  const byByte: PatternsByNumber = new Map();
  // One mark for each pair of units, folded: most places of most texts end here.
  const mayStart = new Uint8Array(0x10000);
  for (const each of patterns) {
    const [first, second] = each.forms;
    if (first === undefined || second === undefined) continue;
    for (const pair of openingPairs(first, second, each)) {
      addTo(byPair, pair, each);
      mayStart[fold(pair)] = 1;
    }
    for (const unit of first.units.slice(0, 1)) addTo(byUnit, unit, each);
    for (const byte of first.bytes.slice(0, 1)) addTo(byByte, byte, each);
  }
  return {
    at(text, at) {
      const unit = text.charCodeAt(at);
      const pair = unit * 0x10000 + text.charCodeAt(at + 1);
      const literal = mayStart[fold(pair)] === 1 ? (byPair.get(pair) ?? none) : none;
      if (unit === percent) return joined(literal, percentCandidates(byByte, text, at));
      if (unit === equals) return joined(literal, byByte.get(hexValue(text, at + 1, 2)) ?? none);
      return unit === backslash ? joined(literal, escapeCandidates(byUnit, byByte, text, at)) : literal;
    },
  };
}

function addTo(map: PatternsByNumber, key: number, pattern: SecretPattern): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [pattern]);
  else if (!list.includes(pattern)) list.push(pattern);
}

function fold(pair: number): number {
  return ((pair >>> 16) * 31 + (pair & 0xffff)) & 0xffff;
}

/** The two units with which a text can begin whose first character stands as it is. */
function openingPairs(
  first: CharacterForm,
  second: CharacterForm,
  { gap }: SecretPattern,
): readonly number[] {
  const encoded = [percent, backslash, equals, ...(gap === 'base64' ? lineEnds : [])];
  return first.literals.flatMap((literal) => {
    const unit = literal.charCodeAt(0) * 0x10000;
    if (literal.length > 1) return [unit + literal.charCodeAt(1)];
    return [...second.literals.map((next) => next.charCodeAt(0)), ...encoded].map((next) => unit + next);
  });
}

function joined(some: readonly SecretPattern[], others: readonly SecretPattern[]): readonly SecretPattern[] {
  if (some.length === 0) return others;
  return others.length === 0 ? some : [...some, ...others];
}

/** Of `%25C3` the patterns that begin with a percent sign, and those that begin with what was encoded twice. */
function percentCandidates(byByte: PatternsByNumber, text: string, at: number): readonly SecretPattern[] {
  let digits = at + 1;
  while (text.startsWith('25', digits) && hexValue(text, digits + 2, 2) >= 0) digits += 2;
  const innermost = byByte.get(hexValue(text, digits, 2)) ?? none;
  return digits === at + 1 ? innermost : joined(innermost, byByte.get(percent) ?? none);
}

/** Of `\n` the patterns that begin with a backslash, and those that begin with what the escape stands for. */
function escapeCandidates(
  byUnit: PatternsByNumber,
  byByte: PatternsByNumber,
  text: string,
  at: number,
): readonly SecretPattern[] {
  const behind = endOfBackslashes(text, at);
  const number = numberedEscape(text, behind)?.value;
  if (number !== undefined)
    return joined(numberedCandidates(byUnit, byByte, number), byUnit.get(backslash) ?? none);
  const unit = escapedUnits[text.charAt(behind)] ?? backslash;
  const escaped = byUnit.get(unit) ?? none;
  return unit === backslash ? escaped : joined(escaped, byUnit.get(backslash) ?? none);
}

/** What begins with a unit, a code point or a byte; for ASCII these are the same. */
function numberedCandidates(
  byUnit: PatternsByNumber,
  byByte: PatternsByNumber,
  number: number,
): readonly SecretPattern[] {
  if (number === backslash) return none;
  const first = number > 0xffff ? 0xd800 + ((number - 0x10000) >> 10) : number;
  const ofUnit = byUnit.get(first) ?? none;
  return number < 0x80 ? ofUnit : joined(ofUnit, byByte.get(number) ?? none);
}

const escapedUnits: Readonly<Record<string, number>> = {
  '"': 0x22,
  "'": 0x27,
  '/': 0x2f,
  b: 0x08,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
};
