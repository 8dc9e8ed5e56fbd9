/** A stretch of a template for highlighting; UTF-16 offsets, the end is exclusive. */
export interface TemplatePart {
  /** A block is an opening, closing or `else` tag (partials too); what it encloses are parts of their own. */
  readonly kind: 'text' | 'expression' | 'block' | 'comment';
  readonly start: number;
  readonly end: number;
  /** The source between `start` and `end`. */
  readonly text: string;
}

/**
 * Splits a template into what is text and what is not, for colours while somebody types.
 *
 * Total and forgiving: it never fails, the parts put together are the source, and a tag that is not closed yet reaches
 * to the next opening braces or to the end. Whether a template is right is for `renderTemplate` to say. The time grows
 * with the length only.
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

/** The next opening braces that no backslash turns into text. */
function nextTag(source: string, from: number): number {
  for (let open = source.indexOf('{{', from); open !== -1; open = source.indexOf('{{', open + 2)) {
    if (!isEscaped(source, open, from)) return open;
  }
  return -1;
}

/** One backslash makes text of the braces; where two or more precede them, one goes and the tag stays a tag. */
function isEscaped(source: string, open: number, from: number): boolean {
  return open > from && source[open - 1] === '\\' && !(open > from + 1 && source[open - 2] === '\\');
}

function kindOfTag(source: string, open: number): TemplatePart['kind'] {
  const tag = source.slice(open, open + 40);
  if (/^\{\{~?!/.test(tag)) return 'comment';
  return /^\{\{~?(?:[#/^>]|\s*else(?!\w))/.test(tag) ? 'block' : 'expression';
}

function tagEnd(source: string, open: number): number {
  const head = source.slice(open, open + 6);
  if (/^\{\{~?!--/.test(head)) return endAfter(source, open, /--~?\}\}/g);
  if (/^\{\{~?!/.test(head)) return endAfter(source, open, /\}\}/g);
  return /^\{\{~?\{/.test(head)
    ? expressionEnd(source, open + head.indexOf('{', 2) + 1, /["'[]|(\}~?\}\})|\{\{/g)
    : expressionEnd(source, open + 2, /["'[]|(\}\})|\{\{/g);
}

function endAfter(source: string, from: number, closing: RegExp): number {
  closing.lastIndex = from;
  return closing.exec(source) === null ? source.length : closing.lastIndex;
}

/** Quoted texts and [keys] may hold braces. A quote that nothing closes is passed over, and not searched for twice. */
function expressionEnd(source: string, from: number, marks: RegExp): number {
  const unclosed = new Set<string>();
  marks.lastIndex = from;
  for (let match = marks.exec(source); match !== null; match = marks.exec(source)) {
    const [mark, closing] = match;
    if (closing !== undefined) return marks.lastIndex;
    if (mark === '{{') return match.index;
    if (unclosed.has(mark)) continue;
    const close = closingMark(source, marks.lastIndex, mark === '[' ? ']' : mark);
    if (close === -1) unclosed.add(mark);
    else marks.lastIndex = close + 1;
  }
  return source.length;
}

/** The next mark without a backslash before it. */
function closingMark(source: string, from: number, mark: string): number {
  let close = source.indexOf(mark, from);
  while (close > from && source[close - 1] === '\\') close = source.indexOf(mark, close + 1);
  return close;
}
