import { formatDuration } from '#shared/run-events/format-duration.ts';
import {
  isWholeFlow,
  type PastOutcome,
  type RunOrigin,
  type RunSummary,
} from '#shared/run-history/run-summary.ts';
import { clockWords, dateWords } from '../../ui/status/moment-words.ts';
import { outcomeWords } from '../../ui/status/outcome-words.ts';
import type { RunRingState } from '../../ui/status/run-ring.tsx';

/** How each outcome looks in a list; the words beside it say the same. */
export const outcomeRings: Readonly<Record<PastOutcome, RunRingState>> = {
  running: 'running',
  ended: 'done',
  failed: 'failed',
  cancelled: 'idle',
  interrupted: 'paused',
};

/** What can have been run, in the words of the filter. */
export const originWords: Readonly<Record<RunOrigin['type'], string>> = {
  flow: 'Flow by hand',
  scenario: 'Scenario',
  call: 'API Call alone',
  endpoint: 'Endpoint test',
};

const minuteMs = 60_000;

/** The day that a list groups a run under: "Today", "Yesterday", "27 Nov", in another year "27 Nov 2025". */
export function dayWords(startedAt: string, nowMs: number): string {
  const then = new Date(startedAt);
  const days = Math.round((midnight(nowMs) - midnight(then.getTime())) / (24 * 60 * minuteMs));
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return dateWords(startedAt, nowMs);
}

/** When a run began, within its day: "just now", "2 min ago", and after an hour "14:02". */
export function whenWords(startedAt: string, nowMs: number): string {
  const thenMs = Date.parse(startedAt);
  const minutes = Math.floor((nowMs - thenMs) / minuteMs);
  if (minutes < 1 && minutes > -5) return 'just now';
  return minutes > 0 && minutes < 60 ? `${String(minutes)} min ago` : clockWords(startedAt);
}

/** What a row says below the name, in order: how it ended where that was not well, how long it took, how many calls, where. */
export function factsOf({
  calls,
  environmentName,
  origin,
  flowName,
  outcome,
  tookMs,
}: RunSummary): readonly string[] {
  return [
    ...(outcome === 'ended' ? [] : [outcomeWords[outcome]]),
    ...(outcome === 'running' ? [] : [formatDuration(tookMs)]),
    ...(origin.type === 'call' ? [`alone, of ${flowName}`] : []),
    ...(origin.type === 'endpoint' ? ['test'] : []),
    ...(origin.type === 'scenario' ? [scenarioWords(flowName, origin.row)] : []),
    ...(calls === 0 || !isWholeFlow(origin) ? [] : [calls === 1 ? '1 call' : `${String(calls)} calls`]),
    // Last, since a long name may lose its end.
    ...(environmentName === null ? [] : [environmentName]),
  ];
}

function scenarioWords(flowName: string, row: number | null): string {
  return row === null ? `scenario of ${flowName}` : `scenario of ${flowName}, row ${String(row)}`;
}

function midnight(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}
