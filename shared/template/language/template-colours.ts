import { tagColours } from './tag-colours.ts';
import type { ColouredStretch, LineState, TagKind, TemplateColour } from './template-colour.ts';

export type { ColouredStretch, LineState, TagKind, TemplateColour } from './template-colour.ts';

export const firstLine: LineState = { tag: null, closing: '}}', inString: null };

/**
 * Colours one line of a template. Total and forgiving, and a line at a time, so that an editor colours again only what was
 * typed into: the stretches put together are the line. Where tags begin and end is as `templateParts` has it, except that
 * a quote inside a tag reaches no further than its line.
 */
export function lineColours(
  line: string,
  state: LineState,
  json: boolean,
): { readonly stretches: readonly ColouredStretch[]; readonly state: LineState } {
  const stretches: ColouredStretch[] = [];
  let { tag, closing, inString } = state;
  let goesOn = tag !== null;
  let at = 0;
  const add = (end: number, colour: TemplateColour, inside: TagKind | null = null) => {
    if (end <= at) return;
    const last = stretches.at(-1);
    const joins = inside === null && last?.tag === null && last.colour === colour;
    if (joins) stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ start: at, end, colour, tag: inside });
    at = end;
  };
  while (at < line.length) {
    if (tag === null) {
      const open = nextTag(line, at);
      const end = open === -1 ? line.length : open;
      if (json) inString = jsonColours(line, at, end, inString, add);
      else add(end, 'text');
      if (open === -1) break;
      ({ tag, closing } = tagAt(line, open));
    }
    const inside: TagKind = tag;
    const read = tagColours(line, at, inside, closing, goesOn);
    goesOn = false;
    for (const { end, colour } of read.stretches) add(end, colour, inside);
    if (!read.closed) break;
    tag = null;
  }
  return {
    stretches,
    state: { tag, closing: tag === null ? '}}' : closing, inString: tag === null ? null : inString },
  };
}

/** The next opening braces that no single backslash turns into text. */
function nextTag(line: string, from: number): number {
  for (let open = line.indexOf('{{', from); open !== -1; open = line.indexOf('{{', open + 2)) {
    const escaped = open > from && line[open - 1] === '\\' && !(open > from + 1 && line[open - 2] === '\\');
    if (!escaped) return open;
  }
  return -1;
}

function tagAt(line: string, open: number): { tag: TagKind; closing: LineState['closing'] } {
  const head = line.slice(open, open + 40);
  if (/^\{\{~?!--/.test(head)) return { tag: 'comment', closing: '--}}' };
  if (/^\{\{~?!/.test(head)) return { tag: 'comment', closing: '}}' };
  const block = /^\{\{~?(?:[#/^>]|\s*else(?!\w))/.test(head);
  return { tag: block ? 'block' : 'expression', closing: /^\{\{~?\{/.test(head) ? '}}}' : '}}' };
}

type Add = (end: number, colour: TemplateColour) => void;

/** Colours JSON between two tags, and says whether a string stays open. */
function jsonColours(
  line: string,
  from: number,
  end: number,
  inString: LineState['inString'],
  add: Add,
): LineState['inString'] {
  let open = inString;
  let at = from;
  while (at < end) {
    if (open !== null) {
      const close = stringEnd(line, at, end);
      add(close === -1 ? end : close, open === 'key' ? 'json-key' : 'json-string');
      if (close === -1) return open;
      at = close;
      open = null;
      continue;
    }
    if (line[at] === '"') {
      open = isKey(line, at) ? 'key' : 'value';
      add(at + 1, open === 'key' ? 'json-key' : 'json-string');
      at += 1;
      continue;
    }
    const [text, colour] = jsonWord(line.slice(at, end));
    at += text.length;
    add(at, colour);
  }
  return open;
}

function jsonWord(rest: string): readonly [string, TemplateColour] {
  const number = /^-?\d[\d.eE+-]*/.exec(rest)?.[0];
  if (number !== undefined) return [number, 'json-number'];
  const literal = /^(?:true|false|null)\b/.exec(rest)?.[0];
  if (literal !== undefined) return [literal, 'json-literal'];
  const sign = /^[{}[\],:]+/.exec(rest)?.[0];
  if (sign !== undefined) return [sign, 'json-sign'];
  return [/^(?:[^\d"{}[\],:tfn-]+|.)/s.exec(rest)?.[0] ?? rest, 'text'];
}

/** The offset after the closing quote, or -1 where the string goes on behind `end`. */
function stringEnd(line: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"') return at + 1;
  }
  return -1;
}

/** Whether a colon follows the string that begins at a quote; tags in it are passed over. */
function isKey(line: string, quote: number): boolean {
  for (let at = quote + 1; at < line.length; at += 1) {
    if (line[at] === '"') return /^\s*:/.test(line.slice(at + 1, at + 20));
    if (line[at] === '\\') at += 1;
    else if (line.startsWith('{{', at)) {
      const close = line.indexOf('}}', at);
      if (close === -1) return false;
      at = close + 1;
    }
  }
  return false;
}
