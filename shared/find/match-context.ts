import type { TextRange } from './text-finder.ts';

/** The line of a text in which something was found, short enough for a row of a list. */
export interface MatchContext {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

const usualLead = 24;
const longest = 160;

/** What stands around a stretch of a text on its line; what is cut off on a side is told by `…`. */
export function matchContext(text: string, { start, end }: TextRange): MatchContext {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', end);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const from = start - lineStart > usualLead + 1 ? notInPair(text, start - usualLead) : lineStart;
  const stop = notInPair(text, Math.min(end, start + longest));
  const to = lineEnd - stop > longest + 1 ? notInPair(text, stop + longest) : lineEnd;
  const found = oneLine(text.slice(start, stop));
  return {
    before: from === lineStart ? text.slice(from, start).trimStart() : `…${text.slice(from, start)}`,
    found: stop < end ? `${found}…` : found,
    after: stop < end ? '' : `${text.slice(end, to)}${to < lineEnd ? '…' : ''}`,
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

/** The offset, or the one before where it would part the two halves of a character. */
function notInPair(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
