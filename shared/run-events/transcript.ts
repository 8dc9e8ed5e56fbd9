import { callTrouble } from './call-trouble.ts';
import { jumpInWords } from './error-jump.ts';
import { formatDuration } from './format-duration.ts';
import type { CallView, ConversationItem, RunView } from './run-view.ts';

export type TranscriptForm = 'plain' | 'markdown';

/**
 * A conversation as text to pass on: who said what, calls and warnings between the lines. It says no more than the
 * window shows, whose events are scrubbed.
 *
 * @param nodeName the name of a node by its id
 */
export function transcript(run: RunView, form: TranscriptForm, nodeName: (nodeId: string) => string): string {
  const lines = run.conversation.map((item) => writers[form](transcriptLine(item, run, nodeName)));
  const title = form === 'markdown' ? `# ${escaped(run.flowName)}\n` : `${run.flowName}\n`;
  return [title, ...lines, ''].join('\n');
}

/** What somebody said, or what happened in between, in words. */
export interface TranscriptLine {
  /** `null` where nobody says it. */
  readonly who: 'Bot' | 'You' | null;
  readonly text: string;
}

const writers: Readonly<Record<TranscriptForm, (line: TranscriptLine) => string>> = {
  plain: ({ who, text }) => (who === null ? `  (${text})` : `${who}: ${text.replaceAll('\n', '\n     ')}`),
  markdown: ({ who, text }) =>
    who === null ? `*${escaped(text)}*\n` : `**${who}:** ${escaped(text).replaceAll('\n', '  \n')}\n`,
};

/** One item of a conversation as every transcript and report tells it. */
export function transcriptLine(
  item: ConversationItem,
  run: RunView,
  nodeName: (nodeId: string) => string,
): TranscriptLine {
  switch (item.type) {
    case 'said':
    case 'refused':
      return { who: 'Bot', text: item.text };
    case 'answered':
      return { who: 'You', text: item.text };
    case 'warned':
      return { who: null, text: item.text };
    case 'call':
      return { who: null, text: callText(nodeName(item.nodeId), run.calls[item.callIndex]) };
    case 'decided':
      return { who: null, text: `${nodeName(item.nodeId)} took ${item.branch}` };
    case 'jumped':
      return { who: null, text: jumpText(item, nodeName) };
    case 'waits':
      return { who: null, text: `${nodeName(item.nodeId)} waits ${formatDuration(item.plannedMs)}` };
    case 'ended':
      return { who: null, text: endText(run) };
  }
}

/** That a run goes on at the error node of its flow, and why. */
export function jumpText(
  item: Extract<ConversationItem, { readonly type: 'jumped' }>,
  nodeName: (nodeId: string) => string,
): string {
  return `${jumpInWords(item, nodeName(item.nodeId))}: on at the error node ${nodeName(item.errorNodeId)}`;
}

function callText(name: string, call: CallView | undefined): string {
  const ended = call?.ended ?? null;
  if (ended === null) return `${name}: under way`;
  const result = ended.statusCode === null ? ended.status : String(ended.statusCode);
  const trouble = callTrouble(ended);
  const line = `${name}: ${result}, ${formatDuration(ended.tookMs)}`;
  return trouble === null ? line : `${line}. ${trouble}`;
}

function endText({ outcome, elapsedMs, message }: RunView): string {
  const words = {
    running: 'Run under way',
    ended: 'Run ended',
    failed: 'Run failed',
    cancelled: 'Run stopped',
    interrupted: 'Run interrupted',
  };
  return `${words[outcome]} after ${formatDuration(elapsedMs)}${message === null ? '' : `: ${message}`}`;
}

/** What Markdown would make something of is text here. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([-+])(?= )/gm, String.raw`$1\$2`)
    .replaceAll(/^(\s*\d+)\.(?= )/gm, String.raw`$1\.`);
}
