import { JsonPosition } from '../encoders/json-position.ts';
import { templateParts, type TemplatePart } from '../template-parts.ts';
import { tagTokens } from './tag-tokens.ts';

/** A piece of a JSON template that a formatter moves as a whole. */
export interface JsonPiece {
  /** `atom`: a string, a word, a number, an expression; the tags are those of blocks. */
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'atom' | 'tag-open' | 'tag-else' | 'tag-close';
  readonly text: string;
  /** Whether nothing, no white space either, stands between it and the piece before. */
  readonly glued: boolean;
  /** UTF-16 offsets, the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

const kinds: Readonly<Record<string, JsonPiece['kind']>> = {
  '{': 'open',
  '[': 'open',
  '}': 'close',
  ']': 'close',
  ',': 'comma',
  ':': 'colon',
};

/**
 * Splits a JSON template into pieces. Tags inside a string are part of the string; what a string holds is never split.
 * `null` where a string or a tag is not closed.
 */
export function jsonPieces(source: string): readonly JsonPiece[] | null {
  const splitter = new JsonSplitter(source);
  for (const part of templateParts(source)) {
    if (part.kind === 'text') splitter.text(part);
    else if (!part.text.endsWith('}}')) return null;
    else if (!splitter.inString) splitter.add(kindOfTag(part), part.start, part.end);
  }
  return splitter.inString ? null : splitter.pieces;
}

/** Follows a template from its beginning and cuts what is outside of tags. */
class JsonSplitter {
  readonly pieces: JsonPiece[] = [];
  readonly #source: string;
  readonly #position = new JsonPosition();
  #stringStart = 0;
  #wordStart = -1;

  constructor(source: string) {
    this.#source = source;
  }

  get inString(): boolean {
    return this.#position.inString;
  }

  add(kind: JsonPiece['kind'], start: number, end: number): void {
    const glued = this.pieces.at(-1)?.end === start;
    this.pieces.push({ kind, text: this.#source.slice(start, end), glued, start, end });
  }

  text({ start, end }: TemplatePart): void {
    for (let at = start; at < end; at += 1) this.#character(this.#source.charAt(at), at);
    this.#endWord(end);
  }

  #character(character: string, at: number): void {
    const wasInString = this.inString;
    this.#position.follow(character);
    const isInString: boolean = this.inString;
    if (wasInString) {
      if (!isInString) this.add('atom', this.#stringStart, at + 1);
    } else if (isInString) {
      this.#endWord(at);
      this.#stringStart = at;
    } else this.#outside(character, at);
  }

  #outside(character: string, at: number): void {
    const kind = kinds[character];
    if (kind === undefined && !/\s/.test(character)) {
      if (this.#wordStart === -1) this.#wordStart = at;
      return;
    }
    this.#endWord(at);
    if (kind !== undefined) this.add(kind, at, at + 1);
  }

  #endWord(end: number): void {
    if (this.#wordStart !== -1) this.add('atom', this.#wordStart, end);
    this.#wordStart = -1;
  }
}

function kindOfTag(part: TemplatePart): JsonPiece['kind'] {
  if (part.kind !== 'block') return 'atom';
  const [braces, second] = tagTokens(part);
  if (second?.text === 'else' || braces?.text.endsWith('^') === true) return 'tag-else';
  return braces?.text.endsWith('/') === true ? 'tag-close' : 'tag-open';
}
