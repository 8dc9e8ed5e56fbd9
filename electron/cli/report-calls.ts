import type { RunEvent } from '#shared/run-events/run-event.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { AttemptView, CallView, RunView } from '#shared/run-events/run-view.ts';
import { printableText } from './printable-text.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** The calls of a run as a table: name, request, result and time, and below a call its attempts where it had several. */
export function callLines(
  events: readonly RunEvent[],
  nodeName: (nodeId: string) => string,
  style: TerminalStyle,
): readonly string[] {
  const rows = (viewOf(events)?.calls ?? []).map((call) => callRow(call, nodeName));
  const widthOf = (column: number) => Math.max(0, ...rows.map(({ cells }) => cells[column]?.length ?? 0));
  const [nameWidth, requestWidth, resultWidth] = [widthOf(0), widthOf(1), widthOf(2)];
  return rows.flatMap(({ attempts, cells: [name, request, result, took], isGood }) => [
    [
      `  ${style.strong(name.padEnd(nameWidth))}`,
      request.padEnd(requestWidth),
      (isGood ? style.good : style.bad)(result.padEnd(resultWidth)),
      took,
    ].join('  '),
    ...attempts.map((attempt) => `  ${' '.repeat(nameWidth)}  ${style.quiet(attempt)}`),
  ]);
}

interface Row {
  readonly cells: readonly [name: string, request: string, result: string, took: string];
  /** A sentence for each attempt, where there were several. */
  readonly attempts: readonly string[];
  readonly isGood: boolean;
}

function viewOf(events: readonly RunEvent[]): RunView | undefined {
  let view: RunView | undefined;
  for (const event of events) view = projectRunEvent(view, event);
  return view;
}

function callRow(call: CallView, nodeName: (nodeId: string) => string): Row {
  const { attempts, nodeId } = call;
  const name = nodeId === null ? '' : nodeName(nodeId);
  return {
    cells: [name, requestOf(call), endOf(call), milliseconds(call.ended?.tookMs ?? 0)],
    attempts: attempts.length < 2 ? [] : attempts.map(attemptSentence),
    isGood: call.ended?.status === 'success',
  };
}

function requestOf({ request }: CallView): string {
  return request === null ? '' : `${request.method} ${request.url.map(({ text }) => text).join('')}`;
}

function endOf({ ended, standIn }: CallView): string {
  const end = ended === null ? '' : resultOf(ended.statusCode, ended.reason ?? ended.code);
  return standIn === undefined ? end : `${end} (${standIn.type}: ${printableText(standIn.name)})`;
}

function attemptSentence(attempt: AttemptView): string {
  const { code, delayMs, exchanges, number, standIn, statusCode, tookMs } = attempt;
  const reason = exchanges.at(-1)?.head?.reason ?? code;
  const by = standIn === undefined ? '' : ` (${standIn.type})`;
  const result = `attempt ${String(number)}${by}: ${resultOf(statusCode, reason)} after ${milliseconds(tookMs ?? 0)}`;
  return delayMs === null ? result : `${result}, then a pause of ${milliseconds(delayMs)}`;
}

function resultOf(statusCode: number | null, reason: string | null): string {
  const parts = [statusCode === null ? '' : String(statusCode), printableText(reason ?? '')];
  return parts.filter((part) => part !== '').join(' ');
}

function milliseconds(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${String(Math.round(ms))} ms`;
}
