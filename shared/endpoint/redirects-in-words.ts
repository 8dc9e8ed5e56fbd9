import type { RedirectPolicy } from './endpoint.ts';

/** What a policy means for a call, in a few words: "followed, at most 10". */
export function redirectsInWords({ allowPlainHttp, limit, policy }: RedirectPolicy): string {
  if (policy === 'never') return 'not followed';
  if (policy === 'same-origin') return `followed within the origin, at most ${String(limit)}`;
  return `followed, at most ${String(limit)}${allowPlainHttp ? ', also from https to http' : ''}`;
}
