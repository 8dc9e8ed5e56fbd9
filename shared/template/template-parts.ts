/** A stretch of a template for highlighting; UTF-16 offsets, the end is exclusive. */
export interface TemplatePart {
  /** A block is an opening, closing or `else` tag; what it encloses are parts of their own. */
  readonly kind: 'text' | 'expression' | 'block' | 'comment';
  readonly start: number;
  readonly end: number;
  /** The source between `start` and `end`. */
  readonly text: string;
}

const opening = /\{\{/g;

/**
 * Splits a template into what is text and what is not, for colours while somebody types.
 *
 * Total and forgiving: it never fails, the parts put together are the source, and a tag that is not closed yet reaches
 * to the next opening braces or to the end. Whether a template is right is for `renderTemplate` to say.
 */
export function templateParts(source: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  const add = (kind: TemplatePart['kind'], end: number) => {
    if (end > at) parts.push({ kind, start: at, end, text: source.slice(at, end) });
    at = Math.max(at, end);
  };
  for (let open = nextTag(source, 0); open !== -1; open = nextTag(source, at)) {
    add('text', open);
    add(kindOfTag(source, open), tagEnd(source, open));
  }
  add('text', source.length);
  return parts;
}

/** The next opening braces that an odd number of backslashes does not turn into text. */
function nextTag(source: string, from: number): number {
  opening.lastIndex = from;
  for (let match = opening.exec(source); match !== null; match = opening.exec(source)) {
    if (!isEscaped(source, match.index, from)) return match.index;
    // `\{{{` is one escaped opening of three braces, not an escaped one with a tag behind it.
    while (source[opening.lastIndex] === '{') opening.lastIndex += 1;
  }
  return -1;
}

/** One backslash escapes the braces, two stand for one in front of a tag (as in Handlebars, however many precede them). */
function isEscaped(source: string, open: number, from: number): boolean {
  return open > from && source[open - 1] === '\\' && !(open > from + 1 && source[open - 2] === '\\');
}

function kindOfTag(source: string, open: number): TemplatePart['kind'] {
  const tag = source.slice(open, open + 40);
  if (/^\{\{~?!/.test(tag)) return 'comment';
  return /^\{\{~?(?:[#/^>]|\s*else\b)/.test(tag) ? 'block' : 'expression';
}

function tagEnd(source: string, open: number): number {
  if (/^\{\{~?!--/.test(source.slice(open, open + 6))) return endAfter(source, open, /--~?\}\}/g);
  if (/^\{\{~?!/.test(source.slice(open, open + 4))) return endAfter(source, open, /\}\}/g);
  const triple = /^\{\{~?\{/.test(source.slice(open, open + 4));
  // Quoted texts and [segments] may hold braces; an opening inside means that this tag was left open.
  const pieces = triple
    ? /"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|\[(?:\\\]|[^\]])*\]|(\}~?\}\})|(\{\{)/g
    : /"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|\[(?:\\\]|[^\]])*\]|(\}\})|(\{\{)/g;
  pieces.lastIndex = open + (triple ? 3 : 2);
  for (let match = pieces.exec(source); match !== null; match = pieces.exec(source)) {
    if (match[1] !== undefined) return pieces.lastIndex;
    if (match[2] !== undefined) return match.index;
  }
  return source.length;
}

function endAfter(source: string, from: number, closing: RegExp): number {
  closing.lastIndex = from;
  return closing.exec(source) === null ? source.length : closing.lastIndex;
}
