import { templateParts, type TemplatePart } from '../template-parts.ts';

/** A piece of a tag by what it does there; UTF-16 offsets of the source, the end is exclusive. */
export interface TagToken {
  readonly kind: TagTokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * - `braces`: opening and closing braces with what belongs to them (`{{#`, `{{~`, `}}}`)
 * - `block`: the name of a block, in its opening and closing tag
 * - `keyword`: `else`, `as`
 * - `helper`: the word that a call begins with
 * - `path`: a variable, a path, an `@` name
 * - `option`: the name before an equals sign
 * - `local`: a name between bars
 * - `literal`: `true`, `false`, `null`, `undefined`
 * - `punctuation`: parentheses, bars, equals signs
 */
export type TagTokenKind =
  | 'braces'
  | 'block'
  | 'keyword'
  | 'helper'
  | 'path'
  | 'option'
  | 'local'
  | 'string'
  | 'number'
  | 'literal'
  | 'punctuation'
  | 'comment'
  | 'stray';

/** All tags of a template in tokens, in order; text between them has none, nor has white space. Total, like `templateParts`. */
export function templateTokens(source: string): readonly TagToken[] {
  return templateParts(source).flatMap((part) => (part.kind === 'text' ? [] : tagTokens(part)));
}

/** The tokens of one tag, finished or not. */
export function tagTokens(part: TemplatePart): readonly TagToken[] {
  if (part.kind === 'comment') return [tokenOf('comment', part.start, part.text)];
  return withRoles(roughTokens(part));
}

const opening = /\{\{(?:~?(?:\{|&|#\*?|\/|\^|>)?)/y;
const space = /\s+/y;
const rough: readonly (readonly [TagTokenKind, RegExp])[] = [
  ['braces', /~?\}\}\}?|\}~?\}\}/y],
  ['string', /"(?:\\"|[^"])*"?|'(?:\\'|[^'])*'?/y],
  ['punctuation', /[()|=]/y],
  ['path', /(?:\[(?:\\\]|[^\]])*\]?|[^\s{}()|="'~[])+/y],
];

/** Splits without looking at the neighbours: every word is a path so far. */
function roughTokens({ text, start }: TemplatePart): readonly TagToken[] {
  const tokens: TagToken[] = [];
  let at = 0;
  const add = (kind: TagTokenKind, length: number) => {
    if (length > 0) tokens.push(tokenOf(kind, start + at, text.slice(at, at + length)));
    at += length;
  };
  add('braces', lengthAt(opening, text, 0));
  at += lengthAt(space, text, at);
  while (at < text.length) {
    const [kind, length] = roughToken(text, at);
    add(kind, length);
    at += lengthAt(space, text, at);
  }
  return tokens;
}

function roughToken(text: string, at: number): readonly [TagTokenKind, number] {
  for (const [kind, pattern] of rough) {
    const length = lengthAt(pattern, text, at);
    if (length > 0) return [kind, length];
  }
  return ['stray', 1];
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Says of every word what it is by where it stands. */
function withRoles(tokens: readonly TagToken[]): readonly TagToken[] {
  const [first, second] = tokens;
  const isBlock = /[#/^]/.test(first?.text ?? '');
  const isElse = !isBlock && second?.text === 'else';
  let bars = 0;
  return tokens.map((token, at) => {
    if (token.text === '|') bars += 1;
    if (token.kind !== 'path') return token;
    if (bars % 2 === 1) return { ...token, kind: 'local' };
    if (isElse && at === 1) return { ...token, kind: 'keyword' };
    // Behind `else` stands the block that goes on.
    if ((isBlock && at === 1) || (isElse && at === 2)) return { ...token, kind: 'block' };
    return { ...token, kind: kindOfWord(token.text, tokens[at - 1], tokens[at + 1]) };
  });
}

function kindOfWord(text: string, before: TagToken | undefined, after: TagToken | undefined): TagTokenKind {
  if (after?.text === '=') return 'option';
  if (text === 'as' && after?.text === '|') return 'keyword';
  const literal = literals.find(([, pattern]) => pattern.test(text));
  return literal?.[0] ?? (isHead(before, after) ? 'helper' : 'path');
}

/** With something behind it the first word is a helper; alone it is a variable. */
function isHead(before: TagToken | undefined, after: TagToken | undefined): boolean {
  if (before?.text === '(') return true;
  return before?.kind === 'braces' && after !== undefined && after.kind !== 'braces';
}

const literals: readonly (readonly [TagTokenKind, RegExp])[] = [
  ['number', /^-?\d+(?:\.\d+)?$/],
  ['literal', /^(?:true|false|null|undefined)$/],
];

function tokenOf(kind: TagTokenKind, start: number, text: string): TagToken {
  return { kind, start, end: start + text.length, text };
}
