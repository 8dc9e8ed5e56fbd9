import type { LineState, TagKind, TemplateColour } from './template-colour.ts';

interface Stretch {
  readonly end: number;
  readonly colour: TemplateColour;
}

/** Names that are values of their own. */
const literals: ReadonlySet<string> = new Set(['true', 'false', 'null', 'undefined', 'this']);

/**
 * Colours a tag from `from` to its end or to the end of the line.
 *
 * @param goesOn whether the tag began on a line before
 */
export function tagColours(
  line: string,
  from: number,
  tag: TagKind,
  closing: LineState['closing'],
  goesOn: boolean,
): { readonly stretches: readonly Stretch[]; readonly closed: boolean } {
  if (tag === 'comment') return commentColours(line, from, closing);
  const stretches: Stretch[] = [];
  const opening = goesOn ? '' : (/^\{\{~?[{#/^>&]?/.exec(line.slice(from))?.[0] ?? '');
  let at = from + opening.length;
  if (opening !== '') stretches.push({ end: at, colour: 'brace' });
  let called: Called = goesOn ? null : tag;
  while (at < line.length) {
    const rest = line.slice(at);
    const close = closingOf(rest, closing);
    if (close !== null) {
      if (close !== '') stretches.push({ end: at + close.length, colour: 'brace' });
      return { stretches, closed: true };
    }
    const [word, colour] = wordOf(rest, called);
    called = calledAfter(word, called);
    at += word.length;
    stretches.push({ end: at, colour });
  }
  return { stretches, closed: false };
}

/** The first word after the braces, or after a bracket, is what is called. */
function calledAfter(word: string, called: Called): Called {
  if (word === '(') return 'brackets';
  return word.trim() === '' || word === 'else' ? called : null;
}

function commentColours(
  line: string,
  from: number,
  closing: LineState['closing'],
): { readonly stretches: readonly Stretch[]; readonly closed: boolean } {
  const pattern = closing === '--}}' ? /--~?\}\}/g : /\}\}/g;
  pattern.lastIndex = from;
  const closed = pattern.exec(line) !== null;
  return { stretches: [{ end: closed ? pattern.lastIndex : line.length, colour: 'comment' }], closed };
}

/** What closes a tag here; empty where other braces open, as in one that is still being written. */
function closingOf(rest: string, closing: LineState['closing']): string | null {
  if (rest.startsWith('{{')) return '';
  return (closing === '}}}' ? /^\}~?\}\}/ : /^~?\}\}/).exec(rest)?.[0] ?? null;
}

/** What the next word is, where something is called by it. */
type Called = TagKind | 'brackets' | null;

function wordOf(rest: string, called: Called): readonly [string, TemplateColour] {
  const quoted = /^(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/.exec(rest)?.[0];
  if (quoted !== undefined) return [quoted, 'string'];
  const number = /^-?\d+(?:\.\d+)?(?=[\s)}~]|$)/.exec(rest)?.[0];
  if (number !== undefined) return [number, 'number'];
  const sign = /^(?:\s+|[()|=])/.exec(rest)?.[0];
  if (sign !== undefined) return [sign, sign.trim() === '' ? 'text' : 'brace'];
  const word = /^(?:\[[^\]]*\]|[^\s(){}|="'~[])+/.exec(rest)?.[0];
  if (word === undefined) return [rest.slice(0, 1), 'text'];
  return [word, colourOfWord(word, rest.slice(word.length), called)];
}

function colourOfWord(word: string, after: string, called: Called): TemplateColour {
  if (called === 'block' || (word === 'as' && /^\s*\|/.test(after))) return 'block';
  if (called === 'brackets') return 'helper';
  if (literals.has(word)) return 'literal';
  if (word.startsWith('@')) return 'data';
  // A name with something after it is called with it; alone it is read.
  return called === 'expression' && /^\s+[^\s}~]/.test(after) ? 'helper' : 'name';
}
