import { RE2JS } from 're2js';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { patternSize } from './helpers/pattern-size.ts';

const longestPattern = 1000;
const largestPattern = 1000;
/** Text units times pattern parts: about a tenth of a second at the engine's slowest. */
const mostWork = 1_500_000;

/** A pattern made ready, and what it costs to look for it in a text. */
export interface LinearPattern {
  readonly pattern: RE2JS;
  readonly work: number;
}

/**
 * A regular expression in the syntax of RE2, whose time grows with text and pattern only, or what is wrong with it as
 * the end of a sentence: `is too large`.
 */
export function linearPattern(source: string, textLength: number): Outcome<LinearPattern, string> {
  if (source.length > longestPattern || patternSize(source) > largestPattern) return failed('is too large');
  const pattern = compiled(source);
  if (pattern === null) return failed('cannot be read; look-around and back-references are not supported');
  const work = textLength * pattern.programSize();
  return work > mostWork ? failed('would take too long on so long a text') : succeeded({ pattern, work });
}

function compiled(source: string): RE2JS | null {
  try {
    return RE2JS.compile(source);
  } catch {
    return null;
  }
}
