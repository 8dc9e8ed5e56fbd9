import type { PastOutcome } from '#shared/run-history/run-summary.ts';

/** How a run went, in a word, as lists of runs say it. */
export const outcomeWords: Readonly<Record<PastOutcome, string>> = {
  running: 'running',
  ended: 'ended',
  failed: 'failed',
  cancelled: 'stopped',
  interrupted: 'interrupted',
};
