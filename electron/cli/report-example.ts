import type { Flow } from '#shared/flow/flow.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { printableText } from './printable-text.ts';
import { callLines } from './report-calls.ts';
import { variableLines } from './report-variable.ts';
import type { FinishedRun } from './run-with-answers.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** The name of a node for a report; a node that is gone keeps its id. */
export function nodeNames(flow: Flow): (nodeId: string) => string {
  const names = new Map<string, string>(flow.nodes.map(({ id, name }) => [id, name]));
  return (nodeId) => names.get(nodeId) ?? nodeId;
}

/** Whether a run did what its flow is for: it ended by itself, and no call of it was refused or failed. */
export function wentWell({ end, events }: FinishedRun): boolean {
  const calls = events.filter((event) => event.type === 'call-ended');
  return end.outcome === 'ended' && calls.every(({ status }) => status === 'success');
}

/** Everything about a run that is over, below its conversation. */
export function reportLines(flow: Flow, run: FinishedRun, style: TerminalStyle): readonly string[] {
  const { events } = run;
  const calls = callLines(events, nodeNames(flow), style);
  return [
    ...(calls.length === 0 ? [] : ['', style.strong('Calls'), '', ...calls]),
    ...responseVariables(events, style),
    '',
    endLine(run, style),
  ];
}

function responseVariables(events: readonly RunEvent[], style: TerminalStyle): readonly string[] {
  const stored = new Set(events.flatMap((event) => (event.type === 'call-ended' ? [event.variable] : [])));
  const lines = [...stored].flatMap((name) => {
    const set = events.findLast((event) => event.type === 'variable-set' && event.name === name);
    return set?.type === 'variable-set' && set.unset !== true
      ? ['', ...variableLines(name, set.value, style)]
      : [];
  });
  return lines.length === 0 ? [] : ['', style.strong('Response variables'), ...lines];
}

const endWords = { ended: 'ended', failed: 'failed', cancelled: 'was cancelled' } as const;

function endLine(run: FinishedRun, style: TerminalStyle): string {
  const { end, events, lackedAnswer } = run;
  const tookMs = Date.parse(end.at) - Date.parse(events[0]?.at ?? end.at);
  const seconds = `${(tookMs / 1000).toFixed(2)} s`;
  if (lackedAnswer) return style.bad('The run asked for more answers than there are, so it was cancelled.');
  if (end.outcome !== 'ended')
    return style.bad(`The run ${endWords[end.outcome]}. ${printableText(end.message ?? '')}`.trimEnd());
  return wentWell(run)
    ? `${style.good('The run ended normally')} after ${seconds}.`
    : style.bad(`The run ended after ${seconds}, and not every call of it was a success.`);
}
