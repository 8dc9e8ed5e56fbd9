import { environmentAfter } from '../run-events/environment-after.ts';
import type { RunEvent, RunEventOf } from '../run-events/run-event.ts';
import type { RunSummary } from './run-summary.ts';

/** The part of a summary that events tell, and the clock readings that the next one needs. */
export interface RunTally extends Pick<
  RunSummary,
  'environmentName' | 'startedAt' | 'tookMs' | 'calls' | 'call'
> {
  readonly flowName: string;
  readonly outcome: 'running' | RunEventOf<'run-ended'>['outcome'];
  readonly clock: {
    readonly startedMs: number;
    readonly thinkingMs: number;
    readonly askedAtMs: number | null;
  };
}

/** The tally after one more event; `null` as long as the beginning of the run was not seen. */
export function tallyAfter(tally: RunTally | null, event: RunEvent): RunTally | null {
  if (event.type === 'run-started') return newTally(event);
  if (tally === null) return null;
  const timed = withTime(tally, event);
  switch (event.type) {
    case 'call-ended': {
      const call = { status: event.status, statusCode: event.statusCode };
      return { ...timed, calls: timed.calls + 1, call: worseOf(timed.call, call) };
    }
    case 'paused':
      return { ...timed, environmentName: environmentAfter(timed.environmentName, event) };
    case 'run-ended':
      return { ...timed, outcome: event.outcome };
    default:
      return timed;
  }
}

function newTally({ at, environmentName, flowName }: RunEventOf<'run-started'>): RunTally {
  return {
    flowName,
    environmentName,
    startedAt: at,
    tookMs: 0,
    outcome: 'running',
    calls: 0,
    call: null,
    clock: { startedMs: Date.parse(at), thinkingMs: 0, askedAtMs: null },
  };
}

/** The first that was no success stays: what came of it later is its consequence. */
function worseOf(before: RunSummary['call'], call: NonNullable<RunSummary['call']>): RunSummary['call'] {
  return before === null || before.status === 'success' ? call : before;
}

/** After these a run stands still until somebody does something. */
const stops: ReadonlySet<RunEvent['type']> = new Set(['asked', 'answer-refused', 'paused']);

// As in the view of a run: the clock stands still while a person thinks or a run is paused, and never goes back.
function withTime(tally: RunTally, event: RunEvent): RunTally {
  const { askedAtMs, startedMs, thinkingMs } = tally.clock;
  const nowMs = Date.parse(event.at);
  const thoughtMs = askedAtMs === null ? thinkingMs : thinkingMs + Math.max(0, nowMs - askedAtMs);
  const waits = stops.has(event.type) || (event.type === 'variable-edited' && askedAtMs !== null);
  return {
    ...tally,
    tookMs: Math.max(tally.tookMs, nowMs - startedMs - thoughtMs),
    clock: { startedMs, thinkingMs: thoughtMs, askedAtMs: waits ? nowMs : null },
  };
}
