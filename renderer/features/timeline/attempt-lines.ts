import { handshakeSentence } from '#shared/run-events/handshake-sentence.ts';
import type { AttemptView, CallView, PhaseView, TimelineRow } from '#shared/run-events/run-view.ts';
import { isUnverified, securedExchanges } from '#shared/run-events/secured-flags.ts';
import { blankLine, type TimelineLineView } from './timeline-line-view.ts';

/** The attempts of a call, each with its hops, its stream and the delay after it. */
export function attemptLines(row: TimelineRow, call: CallView): readonly TimelineLineView[] {
  return call.attempts.flatMap((attempt) => {
    const shared = {
      ...blankLine,
      seq: row.seq,
      nodeId: row.nodeId,

      callIndex: call.index,
    };
    const tookMs = attempt.tookMs ?? 0;
    const line: TimelineLineView = {
      ...shared,
      key: `attempt ${String(row.seq)} ${String(attempt.number)}`,
      kind: 'attempt',
      label: `Attempt ${String(attempt.number)}`,
      attempt: attempt.number,
      startMs: attempt.startMs,
      tookMs: attempt.tookMs,
      result: attempt.code ?? (attempt.tookMs === null ? 'running' : 'success'),
      statusCode: attempt.statusCode,
      failed: attempt.code !== null,
      phases: phasesOf(attempt),
      standIn: attempt.standIn ?? null,
      ...handshakesOf([attempt]),
    };
    const shown = [line, ...hopLines(attempt, shared, row.seq), ...streamLines(attempt, shared, row.seq)];
    if (attempt.delayMs === null) return shown;
    const delay: TimelineLineView = {
      ...shared,
      key: `delay ${String(row.seq)} ${String(attempt.number)}`,
      kind: 'delay',
      label: 'Retry delay',
      attempt: attempt.number,
      startMs: attempt.startMs + tookMs,
      tookMs: attempt.observedDelayMs ?? attempt.delayMs,
      result: '',
    };
    return [...shown, delay];
  });
}

type SharedByLines = Omit<
  TimelineLineView,
  'key' | 'kind' | 'label' | 'attempt' | 'startMs' | 'tookMs' | 'result'
>;

/** A line for each exchange of an attempt that took several; each begins where the one before it ended. */
function hopLines(attempt: AttemptView, shared: SharedByLines, seq: number): readonly TimelineLineView[] {
  if (!hasHops(attempt)) return [];
  let startMs = attempt.startMs;
  return attempt.exchanges.map(({ head, phases }, at) => {
    const last = phases.at(-1);
    const tookMs = last === undefined ? 0 : last.startMs + last.tookMs;
    const line: TimelineLineView = {
      ...shared,
      key: `hop ${String(seq)} ${String(attempt.number)} ${String(at)}`,
      kind: 'hop',
      label: `Hop ${String(at + 1)}`,
      attempt: attempt.number,
      startMs,
      tookMs,
      result: head === null ? '' : 'success',
      statusCode: head?.statusCode ?? null,
      phases,
    };
    startMs += tookMs;
    return line;
  });
}

/** Whether an attempt took several exchanges. */
export function hasHops({ exchanges }: AttemptView): boolean {
  return exchanges.length > 1;
}

/** A line of its own for what a stream sent, also where the attempt failed in the middle of it. */
function streamLines(attempt: AttemptView, shared: SharedByLines, seq: number): readonly TimelineLineView[] {
  const events = attempt.exchanges.at(-1)?.events ?? [];
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return [];
  const line: TimelineLineView = {
    ...shared,
    key: `stream ${String(seq)} ${String(attempt.number)}`,
    kind: 'stream',
    label: last.number === 1 ? 'One event' : `${String(last.number)} events`,
    attempt: attempt.number,
    startMs: attempt.startMs + first.atMs,
    tookMs: last.atMs - first.atMs,
    result: '',
    ticksMs: thinned(events.map(({ atMs }) => attempt.startMs + atMs)),
  };
  return [line];
}

/** More than these nobody can tell apart on a screen. */
const mostTicks = 200;

function thinned(ticksMs: readonly number[]): readonly number[] {
  const step = Math.ceil(ticksMs.length / mostTicks);
  return ticksMs.filter((_, at) => at % step === 0);
}

/** Whether an attempt was told events of a stream. */
export function hasStream({ exchanges }: AttemptView): boolean {
  return exchanges.some(({ events }) => events.length > 0);
}

/** The phases of all exchanges of an attempt, in order. */
export function phasesOf(attempt: AttemptView): readonly PhaseView[] {
  return attempt.exchanges.flatMap((exchange) => exchange.phases);
}

/** What the handshakes of attempts came to. */
export function handshakesOf(attempts: readonly AttemptView[]) {
  const sentences = securedExchanges(attempts).map(({ secured }) => handshakeSentence(secured));
  return { handshakes: [...new Set(sentences)], unverified: isUnverified(attempts) };
}
