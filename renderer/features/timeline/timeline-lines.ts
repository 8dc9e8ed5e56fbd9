import type { CallView, RunView, TimelineRow } from '#shared/run-events/run-view.ts';
import { attemptLines, handshakesOf, hasHops, hasStream, phasesOf } from './attempt-lines.ts';
import { ruleLines } from './rule-lines.ts';
import { blankLine, type TimelineLineView } from './timeline-line-view.ts';

/**
 * The lines that a run's timeline shows. A call of several attempts can be unfolded; `isExpanded` decides, told whether
 * the call had trouble.
 */
export function timelineLines(
  run: RunView,
  isExpanded: (seq: number, hasTrouble: boolean) => boolean,
): readonly TimelineLineView[] {
  const rows = run.timeline.length > 0 ? run.timeline : run.calls.map(rowOfCall);
  const lines: TimelineLineView[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined) break;
    const round = roundOf(rows, at, isExpanded);
    const [first, ...below] = linesOf(row, run, isExpanded);
    if (first !== undefined) lines.push({ ...first, expanded: round?.expanded ?? first.expanded });
    lines.push(...below);
    at += round?.expanded === false ? round.rows : 0;
  }
  return lines;
}

/** The rows of the round that a loop begins with a row, and whether they are shown; `null` where it begins none. */
function roundOf(
  rows: readonly TimelineRow[],
  at: number,
  isExpanded: (seq: number, hasTrouble: boolean) => boolean,
): { readonly rows: number; readonly expanded: boolean } | null {
  const row = rows[at];
  const next = rows[at + 1];
  if (row === undefined || next === undefined || next.nested <= row.nested) return null;
  let end = at + 1;
  while ((rows[end]?.nested ?? 0) > row.nested) end += 1;
  return { rows: end - at - 1, expanded: isExpanded(row.seq, true) };
}

function linesOf(
  row: TimelineRow,
  run: RunView,
  isExpanded: (seq: number, hasTrouble: boolean) => boolean,
): readonly TimelineLineView[] {
  const call = row.callIndex === null ? undefined : run.calls[row.callIndex];
  if (call === undefined) return stepLines(row, run, isExpanded);
  const many = call.attempts.length > 1 || call.attempts.some(hasStream) || call.attempts.some(hasHops);
  const expanded = many ? isExpanded(row.seq, true) : null;
  const line = callLine(row, call, expanded, run);
  const lines = expanded === true ? [line, ...attemptLines(row, call)] : [line];
  return lines.map((each) => ({ ...each, nested: row.nested }));
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
    depth: 0,
    plannedMs: null,
    nested: 0,
  };
}

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
    ...blankLine,
    key: `node ${String(row.seq)}`,
    seq: row.seq,
    kind: 'node',
    nodeId: row.nodeId,
    label: '',
    callIndex: null,
    startMs: row.startMs,
    tookMs: waitMs(row, run),
    isWait: row.plannedMs !== null,
    jump: row.jump ?? null,
    nested: row.nested,
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
    ...blankLine,
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
    jump: row.jump ?? null,
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
