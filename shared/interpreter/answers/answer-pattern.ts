import { safePattern } from '../../template/helpers/safe-pattern.ts';

/** What is wrong with the pattern of a text answer, in a sentence; `null` where it can be used. */
export function patternTrouble(pattern: string): string | null {
  const read = safePattern(pattern, '');
  return read.ok ? null : `The pattern of the answer ${read.failure}.`;
}

/**
 * Whether an answer has the pattern somewhere in it (`^` and `$` tie it to the ends). An answer that is too long to be
 * looked through in time has it not.
 */
export function hasPattern(text: string, pattern: string): boolean {
  const read = safePattern(pattern, text);
  return read.ok && read.value.test(text);
}
