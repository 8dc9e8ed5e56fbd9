import type { RE2JS } from 're2js';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { safePattern } from '../template/helpers/safe-pattern.ts';

/** What is looked for in texts, and how. */
export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** Whether the text is a regular expression, in the syntax of RE2, in which no pattern can hang the window. */
  readonly isPattern: boolean;
}

/** A stretch of a text in UTF-16 units; the end is exclusive, and never the start. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Finds every place in a text, from left to right, none upon another. */
export type TextFinder = (text: string) => readonly TextRange[];

export const emptyQuery: FindQuery = { text: '', matchCase: false, wholeWord: false, isPattern: false };

/** Makes the finder of a query once for many texts; a pattern that cannot be read is a sentence about it. An empty text finds nothing. */
export function textFinder(query: FindQuery): Outcome<TextFinder, string> {
  if (query.text === '') return succeeded(() => []);
  const rangesIn = query.isPattern ? patternRanges(query) : succeeded(plainRanges(query));
  if (!rangesIn.ok) return rangesIn;
  const find = rangesIn.value;
  return succeeded(query.wholeWord ? (text) => find(text).filter((range) => isWholeWord(text, range)) : find);
}

function patternRanges({ text: source, matchCase }: FindQuery): Outcome<TextFinder, string> {
  // Lines are looked at one by one, as in every editor: ^ and $ are the ends of a line.
  const pattern = safePattern(`(?m${matchCase ? '' : 'i'})${source}`, '');
  return pattern.ok
    ? succeeded((text) => rangesOf(pattern.value, text))
    : failed(`The pattern ${pattern.failure}.`);
}

function rangesOf(pattern: RE2JS, text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const matcher = pattern.matcher(text);
  while (matcher.find()) {
    const range = { start: matcher.start(), end: matcher.end() };
    // What is found between two letters cannot be shown or replaced.
    if (range.end > range.start) ranges.push(range);
  }
  return ranges;
}

function plainRanges({ text: wanted, matchCase }: FindQuery): TextFinder {
  const escaped = wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const plain = new RegExp(escaped, matchCase ? 'gu' : 'giu');
  return (text) =>
    Array.from(text.matchAll(plain), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

const wordEnd = /[\p{L}\p{M}\p{N}_]$/u;
const wordStart = /^[\p{L}\p{M}\p{N}_]/u;

/** Whether nothing that belongs to a word touches the ends of what was found, as far as these belong to one. */
function isWholeWord(text: string, { start, end }: TextRange): boolean {
  const found = text.slice(start, end);
  const joinedBefore = wordStart.test(found) && wordEnd.test(text.slice(0, start));
  return !joinedBefore && !(wordEnd.test(found) && wordStart.test(text.slice(end)));
}
