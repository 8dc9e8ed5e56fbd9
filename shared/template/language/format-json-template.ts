import { jsonPieces, type JsonPiece } from './json-pieces.ts';

const indent = '  ';
/** A block without brackets is kept as it is up to this length, such as a comma that is written between items. */
const longestInline = 60;

/**
 * Puts the members and items of a JSON template on lines of their own, two spaces a level, without touching a string, an
 * expression or a number; `null` where its brackets, strings or tags do not close. What it renders to stays the same.
 */
export function formatJsonTemplate(source: string): string | null {
  const pieces = jsonPieces(source);
  if (pieces === null || !isBalanced(pieces)) return null;
  const joined = inlineBlocks(pieces, source);
  return continuesValue(joined) ? null : printed(joined);
}

/** Brackets close in order, and tags too; both may be nested in each other. */
function isBalanced(pieces: readonly JsonPiece[]): boolean {
  const open: string[] = [];
  for (const piece of pieces) {
    if (outdents(piece) && open.pop() !== sideOf(piece)) return false;
    if (piece.kind === 'open' || piece.kind === 'tag-open' || piece.kind === 'tag-else')
      open.push(sideOf(piece));
  }
  return open.length === 0;
}

/** What has to close a piece that opens, and what a piece closes. */
function sideOf({ kind, text }: JsonPiece): string {
  if (kind === 'open') return text === '{' ? '}' : ']';
  return kind === 'close' ? text : 'tag';
}

/** Makes one piece of each short block that holds no brackets and no other block. */
function inlineBlocks(pieces: readonly JsonPiece[], source: string): readonly JsonPiece[] {
  const result: JsonPiece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const close = piece.kind === 'tag-open' ? inlineEnd(pieces, at) : -1;
    result.push(close === -1 ? piece : inlineBlock(pieces.slice(at, close + 1), source));
    if (close !== -1) at = close;
  }
  return result;
}

function inlineEnd(pieces: readonly JsonPiece[], from: number): number {
  const start = pieces[from]?.start ?? 0;
  for (let at = from + 1; at < pieces.length; at += 1) {
    const { kind, end } = pieces[at] ?? { kind: 'open', end: 0 };
    if (neverInline.has(kind) || end - start > longestInline) return -1;
    if (kind === 'tag-close') return at;
  }
  return -1;
}

const neverInline: ReadonlySet<JsonPiece['kind']> = new Set(['open', 'close', 'tag-open']);

/** A block that writes commas only is a comma: it stays behind what it divides. */
function inlineBlock(pieces: readonly JsonPiece[], source: string): JsonPiece {
  const [open] = pieces;
  const close = pieces.at(-1);
  if (open === undefined || close === undefined) throw new Error('a block without tags was put on a line');
  const isComma = pieces.slice(1, -1).every(({ kind }) => kind === 'comma');
  const text = source.slice(open.start, close.end);
  return { ...open, kind: isComma ? 'comma' : 'atom', text, end: close.end };
}

/** Whether a block continues a number or word that stands before it (`1{{#if x}}2…`): a line end would cut it in two. */
function continuesValue(pieces: readonly JsonPiece[]): boolean {
  let inValue = false;
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    inValue &&= piece.glued;
    if (inValue && isValue(piece) && before !== undefined && isTag(before)) return true;
    inValue = isValue(piece) || (inValue && isTag(piece));
  }
  return false;
}

function isTag({ kind }: JsonPiece): boolean {
  return kind === 'tag-open' || kind === 'tag-else' || kind === 'tag-close';
}

function isValue({ kind, text }: JsonPiece): boolean {
  return kind === 'atom' && !text.startsWith('"');
}

function printed(pieces: readonly JsonPiece[]): string {
  let text = '';
  let level = 0;
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1];
    if (outdents(piece)) level -= 1;
    if (before !== undefined) text += gapBetween(before, piece, `\n${indent.repeat(level)}`);
    text += piece.text;
    if (piece.kind === 'open' || piece.kind === 'tag-open' || piece.kind === 'tag-else') level += 1;
  });
  return text;
}

function outdents({ kind }: JsonPiece): boolean {
  return kind === 'close' || kind === 'tag-close' || kind === 'tag-else';
}

/** What stands between two pieces: a line end, a space or nothing. */
function gapBetween(before: JsonPiece, piece: JsonPiece, lineEnd: string): string {
  const isEmpty = before.kind === 'open' && piece.kind === 'close';
  if (isEmpty || piece.kind === 'comma' || piece.kind === 'colon') return '';
  if (outdents(piece) || isTag(piece) || endsLine(before)) return lineEnd;
  return before.kind === 'colon' || !piece.glued ? ' ' : '';
}

function endsLine(piece: JsonPiece): boolean {
  return piece.kind === 'open' || piece.kind === 'comma' || isTag(piece);
}
