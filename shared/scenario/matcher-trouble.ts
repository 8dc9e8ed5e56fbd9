import { safePattern } from '../template/helpers/safe-pattern.ts';
import { expectedValue } from './judge-value.ts';
import type { Matcher } from './matcher.ts';

/** Why a matcher can be met by nothing, in a sentence; `null` where it can, or where only a row of data can tell. */
export function matcherTrouble(matcher: Matcher): string | null {
  const { column, is } = matcher;
  if (is === 'present' || is === 'missing' || column !== undefined) return null;
  const wanted = expectedValue(matcher);
  if (!wanted.ok) return `This is ${wanted.failure}`;
  if (is !== 'matches') return null;
  if (typeof wanted.value !== 'string') return 'The pattern is no text.';
  const pattern = safePattern(wanted.value, '');
  return pattern.ok ? null : `The pattern ${pattern.failure}.`;
}
