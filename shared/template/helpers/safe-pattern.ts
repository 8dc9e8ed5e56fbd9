import { RE2JS } from 're2js';
import { failed, succeeded, type Outcome } from '../../outcome/outcome.ts';
import { patternSize } from './pattern-size.ts';

const longestPattern = 1000;
const largestPattern = 1000;
/** Text units times pattern parts: about a tenth of a second at the engine's slowest. */
const mostWork = 1_500_000;

/**
 * A regular expression that is safe to look for in a text, in the syntax of RE2, whose time grows with text and pattern
 * only; or the end of a sentence that begins with "The pattern".
 */
export function safePattern(source: string, text: string): Outcome<RE2JS, string> {
  if (source.length > longestPattern || patternSize(source) > largestPattern) return failed('is too large');
  const pattern = compile(source);
  if (pattern === null) return failed('cannot be read; look-around and back-references are not supported');
  if (patternWork(pattern, text) > mostWork) return failed('would take too long on so long a text');
  return succeeded(pattern);
}

/** What looking for a pattern takes at most: text units times parts of the pattern. */
export function patternWork(pattern: RE2JS, text: string): number {
  return text.length * pattern.programSize();
}

function compile(source: string): RE2JS | null {
  try {
    return RE2JS.compile(source);
  } catch {
    return null;
  }
}
