import { callAdvice } from '#shared/run-events/call-trouble.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import { roundInWords } from '#shared/run-events/project-loop-event.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent, RunEventOf } from '#shared/run-events/run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { jumpText } from '#shared/run-events/transcript.ts';
import { printableText } from './printable-text.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** What a conversation shows of an event, while it happens; `null` where it shows nothing. */
export function conversationLine(
  event: RunEvent,
  nodeName: (nodeId: string) => string,
  style: TerminalStyle,
): string | null {
  const name = event.nodeId === undefined ? '' : nodeName(event.nodeId);
  switch (event.type) {
    case 'said':
      return spoken(style.bot('bot'), printableText(event.text));
    case 'asked':
      return spoken(style.bot('bot'), printableText([event.text, ...numbered(event)].join('\n')));
    case 'answered':
      return spoken(style.person('you'), printableText(event.text));
    case 'answer-refused':
      return [
        spoken(style.person('you'), printableText(event.text)),
        spoken(style.bot('bot'), printableText(event.reason)),
      ].join('\n');
    case 'condition-decided':
      return spoken('   ', `${style.quiet(`→ ${name} took`)} ${printableText(event.branch)}`);
    case 'warned':
      return spoken('   ', style.quiet(`! ${printableText(event.message)}`));
    case 'wait-started':
      return spoken('   ', style.quiet(`→ ${printableText(name)} waits ${formatDuration(event.plannedMs)}`));
    case 'round-started':
      return spoken(
        '   ',
        style.quiet(`→ ${printableText(name)} ${roundInWords({ number: event.round, of: event.of })}`),
      );
    case 'call-ended':
      return spoken('   ', callText(event, name, style));
    default:
      return null;
  }
}

/**
 * Follows a run, and tells of each event whether the run came to the error node of its flow by it, and how: that only the
 * events before it say, and `conversationLine` tells one event.
 */
export function jumpsFollowed(
  nodeName: (nodeId: string) => string,
  style: TerminalStyle,
): (event: RunEvent) => string | null {
  let view: RunView | undefined;
  return (event) => {
    view = projectRunEvent(view, event);
    const last = view?.conversation.at(-1);
    if (last?.type !== 'jumped' || last.seq !== event.seq) return null;
    return spoken('   ', style.quiet(`→ ${printableText(jumpText(last, nodeName))}`));
  };
}

/** How a call ended, and below that why it got no answer, with what a person can do about it. */
function callText(event: RunEventOf<'call-ended'>, name: string, style: TerminalStyle): string {
  const end = event.statusCode === null ? event.status : String(event.statusCode);
  const result = (event.status === 'success' ? style.good : style.bad)(end);
  const attempts = event.attempts > 1 ? style.quiet(` at attempt ${String(event.attempts)}`) : '';
  const line = `${style.quiet(`→ ${name}`)} ${result}${attempts}`;
  const advice = callAdvice(event);
  return advice === null ? line : `${line}\n${style.quiet(printableText(advice))}`;
}

/** What can be picked, each with the number that picks it. */
function numbered({ choices = [] }: RunEventOf<'asked'>): readonly string[] {
  const width = String(choices.length).length;
  return choices.map(({ label }, at) => `${String(at + 1).padStart(width)}. ${label}`);
}

const indent = '       ';

function spoken(who: string, text: string): string {
  return `  ${who}  ${text.replaceAll('\n', `\n${indent}`)}`;
}
