import { handshakeSentence } from '#shared/run-events/handshake-sentence.ts';
import type { AttemptView, CallView, PhaseView, RunView, TimelineRow } from '#shared/run-events/run-view.ts';
import { ruleLines } from './rule-lines.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { isUnverified, securedExchanges } from '#shared/run-events/secured-flags.ts';

/**
 * A line of the timeline: a node, an attempt of its call, a hop of one, the delay after it, the events of a stream, or a
 * rule of a condition.
 */
export interface TimelineLineView {
  readonly key: string;
  readonly seq: number;
  readonly kind: 'node' | 'attempt' | 'hop' | 'delay' | 'stream' | 'rule';
  readonly nodeId: string;
  readonly label: string;
  readonly callIndex: number | null;
  readonly attempt: number | null;
  readonly startMs: number;
  readonly tookMs: number | null;
  readonly result: string;
  readonly statusCode: number | null;
  readonly times: number;
  /** What answered it in place of the network. */
  readonly standIn: StandInShown | null;
  readonly failed: boolean;
  readonly phases: readonly PhaseView[];
  /** What a rule compared; empty in other lines. */
  readonly compared: string;
  /** Whether it is a pause that the flow makes. */
  readonly isWait: boolean;
  /** When the events of a stream came, since the run started. */
  readonly ticksMs: readonly number[];
  /** What the handshakes came to, one sentence each; empty without TLS. */
  readonly handshakes: readonly string[];
  /** Whether a server was not asked who it is. */
  readonly unverified: boolean;
  /** `null` where there is nothing to unfold. */
  readonly expanded: boolean | null;
}

/**
 * The lines that a run's timeline shows. A call of several attempts can be unfolded; `isExpanded` decides, told whether
 * the call had trouble.
 */
export function timelineLines(
  run: RunView,
  isExpanded: (seq: number, hasTrouble: boolean) => boolean,
): readonly TimelineLineView[] {
  const rows = run.timeline.length > 0 ? run.timeline : run.calls.map(rowOfCall);
  return rows.flatMap((row) => {
    const call = row.callIndex === null ? undefined : run.calls[row.callIndex];
    if (call === undefined) return stepLines(row, run, isExpanded);
    const many = call.attempts.length > 1 || call.attempts.some(hasStream) || call.attempts.some(hasHops);
    const expanded = many ? isExpanded(row.seq, true) : null;
    const line = callLine(row, call, expanded, run);
    return expanded === true ? [line, ...attemptLines(row, call)] : [line];
  });
}

// A single request is a run without nodes of its own.
function rowOfCall(call: CallView): TimelineRow {
  return {
    seq: call.index,
    nodeId: call.nodeId ?? '',
    startMs: call.startMs,
    endMs: null,
    result: '',
    callIndex: call.index,
    plannedMs: null,
  };
}

const blank = {
  statusCode: null,
  times: 1,
  standIn: null,
  failed: false,
  phases: [],
  compared: '',
  isWait: false,
  ticksMs: [],
  handshakes: [],
  unverified: false,
  expanded: null,
  attempt: null,
} as const;

/** A step, and below a condition what it compared. */
function stepLines(
  row: TimelineRow,
  run: RunView,
  isExpanded: (seq: number, hasTrouble: boolean) => boolean,
): readonly TimelineLineView[] {
  const line = stepLine(row, run);
  const rules = ruleLines(row);
  if (rules.length === 0) return [line];
  const expanded = isExpanded(row.seq, false);
  const lines = rules.map((rule): TimelineLineView => ({ ...line, ...rule, kind: 'rule' }));
  return [{ ...line, expanded }, ...(expanded ? lines : [])];
}

function stepLine(row: TimelineRow, run: RunView): TimelineLineView {
  return {
    ...blank,
    key: `node ${String(row.seq)}`,
    seq: row.seq,
    kind: 'node',
    nodeId: row.nodeId,
    label: '',
    callIndex: null,
    startMs: row.startMs,
    tookMs: waitMs(row, run),
    isWait: row.plannedMs !== null,
    result: resultOfStep(row, run),
  };
}

function resultOfStep({ endMs, nodeId, result }: TimelineRow, { outcome, paused }: RunView): string {
  if (result !== '' || endMs !== null || outcome !== 'running') return result;
  return paused?.nodeId === nodeId ? 'paused' : 'running';
}

/** How long a pause took, or is to take; `null` for other steps, which take no time. */
function waitMs({ startMs, endMs, plannedMs }: TimelineRow, run: RunView): number | null {
  if (plannedMs === null) return null;
  if (endMs !== null) return endMs - startMs;
  return run.outcome === 'running' ? plannedMs : run.elapsedMs - startMs;
}

/** Where the axis of a run ends: at what has happened, or at the end of the pause that it makes. */
export function timelineMs(run: RunView): number {
  const last = run.timeline.at(-1);
  const waited = last === undefined ? null : waitMs(last, run);
  return Math.max(run.elapsedMs, (last?.startMs ?? 0) + (waited ?? 0), 1);
}

function callLine(
  row: TimelineRow,
  call: CallView,
  expanded: boolean | null,
  run: RunView,
): TimelineLineView {
  const [first, ...others] = call.attempts;
  return {
    ...blank,
    ...endOfCall(call, run),
    key: `node ${String(row.seq)}`,
    seq: row.seq,
    kind: 'node',
    nodeId: row.nodeId,
    label: '',
    callIndex: call.index,
    startMs: call.startMs,
    phases: first === undefined || others.length > 0 ? [] : phasesOf(first),
    ...handshakesOf(call.attempts),
    standIn: call.standIn ?? null,
    expanded,
  };
}

function endOfCall({ ended, startMs }: CallView, run: RunView) {
  if (ended === null) return { tookMs: run.elapsedMs - startMs, result: 'running' };
  return {
    tookMs: ended.tookMs,
    result: ended.status,
    statusCode: ended.statusCode,
    times: Math.max(1, ended.attempts),
    failed: ended.status !== 'success',
  };
}

function attemptLines(row: TimelineRow, call: CallView): readonly TimelineLineView[] {
  return call.attempts.flatMap((attempt) => {
    const shared = { ...blank, seq: row.seq, nodeId: row.nodeId, callIndex: call.index };
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

function hasHops({ exchanges }: AttemptView): boolean {
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

function hasStream({ exchanges }: AttemptView): boolean {
  return exchanges.some(({ events }) => events.length > 0);
}

function phasesOf(attempt: AttemptView): readonly PhaseView[] {
  return attempt.exchanges.flatMap((exchange) => exchange.phases);
}

function handshakesOf(attempts: readonly AttemptView[]) {
  const sentences = securedExchanges(attempts).map(({ secured }) => handshakeSentence(secured));
  return { handshakes: [...new Set(sentences)], unverified: isUnverified(attempts) };
}
