import type { ExchangeView } from '#shared/run-events/run-view.ts';

/** Where a response sent its exchange on, and what stayed behind: "to https://b.example/, without authorization". */
export function whereSentOn({ dropped, redirectedTo }: ExchangeView): string | null {
  if (redirectedTo === null) return null;
  return `to ${redirectedTo}${dropped.length === 0 ? '' : `, without ${dropped.join(', ')}`}`;
}
