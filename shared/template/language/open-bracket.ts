import type { TagToken } from './tag-tokens.ts';

/** The place of the last bracket that is still open at the end of tokens, else that of the opening braces. */
export function openBracket(tokens: readonly TagToken[]): number {
  let closed = 0;
  for (let at = tokens.length - 1; at > 0; at -= 1) {
    if (tokens[at]?.text === ')') closed += 1;
    else if (tokens[at]?.text === '(') {
      if (closed === 0) return at;
      closed -= 1;
    }
  }
  return 0;
}
