import { templateParts, type TemplatePart } from '../template-parts.ts';
import { tagTokens, type TagToken } from './tag-tokens.ts';

/** The tag that a place is in, behind its opening braces and not behind its closing ones. */
export interface TagAt {
  readonly part: TemplatePart;
  readonly tokens: readonly TagToken[];
  /** The token that the place is in or directly behind, if it is no brace. */
  readonly current: TagToken | undefined;
  /** The tokens in front of it, braces included. */
  readonly before: readonly TagToken[];
  /** Whether closing braces end the tag. */
  readonly closed: boolean;
}

/** The tag at an offset, or `null` in text and comments. */
export function tagAt(source: string, offset: number): TagAt | null {
  return tagAmong(templateParts(source), offset);
}

/** The same for many offsets of one source, whose parts are then found only once. */
export function tagAmong(parts: readonly TemplatePart[], offset: number): TagAt | null {
  const part = partAt(parts, offset);
  if (part === null) return null;
  const tokens = tagTokens(part);
  const opening = tokens[0]?.end ?? part.start;
  const closing = tokens.slice(1).at(-1);
  const closed = closing?.kind === 'braces';
  if (offset < opening || (closed && offset > closing.start)) return null;
  const current = tokens.find((token) => isWord(token) && token.start < offset && offset <= token.end);
  const from = current?.start ?? offset;
  return { part, tokens, current, before: tokens.filter(({ end }) => end <= from), closed };
}

function partAt(parts: readonly TemplatePart[], offset: number): TemplatePart | null {
  const part = parts.find(({ start, end }) => start < offset && offset <= end);
  return part === undefined || part.kind === 'text' || part.kind === 'comment' ? null : part;
}

function isWord({ kind }: TagToken): boolean {
  return kind !== 'braces' && kind !== 'punctuation';
}
