import { authorityEnd } from './check-base-url.ts';
import { percentEncode } from '../template/encoders/percent-encode.ts';
import { joinUrl } from './join-url.ts';
import { holdsSecret, literalPiece, type TextPiece, textOf } from './text-piece.ts';

/** The rendered parts of an address in pieces. */
export interface UrlPieceParts {
  readonly base: readonly TextPiece[];
  readonly path: readonly TextPiece[];
  readonly query: readonly { readonly name: readonly TextPiece[]; readonly value: readonly TextPiece[] }[];
}

/**
 * Finds the pieces again in the address that was made of them.
 *
 * URL parsing may move and rewrite text, so offsets cannot be carried over. Instead the address is made once more with a
 * mark around each piece, and the marks are looked for in the result. Where that gives anything but the same address
 * and the same pieces, the address is shown in one piece, and hidden behind its host if it holds a secret.
 *
 * @param url what `joinUrl` made of the same parts
 */
export function urlPieces(parts: UrlPieceParts, url: string): readonly TextPiece[] {
  const { origin } = new URL(url);
  const origins: readonly TextPiece[] = [{ text: origin, from: kindOfAuthority(parts.base) }];
  const rest = url.slice(origin.length);
  const all = [
    ...parts.base,
    ...parts.path,
    ...parts.query.flatMap(({ name, value }) => [...name, ...value]),
  ];
  // Nothing to find again: most addresses are the author's own text from end to end.
  if (all.every(({ from }) => from === 'literal')) return [...origins, literalPiece(rest)];
  const found = new MarkedParts(parts, unusedMark(textOf(all))).findIn(url);
  if (found !== null) return [...origins, ...found];
  return [...origins, { text: rest, from: holdsSecret(all) ? 'secret' : 'literal' }];
}

/** What scheme and host of a base URL come from: a secret before an expression before the author's own text. */
export function kindOfAuthority(base: readonly TextPiece[]): TextPiece['from'] {
  const end = authorityEnd(textOf(base));
  let start = 0;
  const kinds = base.map((piece) => {
    const kind = start < end && piece.text !== '' ? piece.from : 'literal';
    start += piece.text.length;
    return kind;
  });
  return (['secret', 'expression'] as const).find((kind) => kinds.includes(kind)) ?? 'literal';
}

/** Letters only, so that no encoding touches it; its first letter comes once, so that it cannot overlap itself. */
function unusedMark(text: string): string {
  let mark = 'qx';
  while (text.includes(mark)) mark += 'x';
  return mark;
}

class MarkedParts {
  readonly #mark: string;
  readonly #parts: UrlPieceParts;
  readonly #expected: TextPiece[] = [];

  constructor(parts: UrlPieceParts, mark: string) {
    this.#parts = parts;
    this.#mark = mark;
  }

  findIn(url: string): readonly TextPiece[] | null {
    const { base, path, query } = this.#parts;
    // A mark inside the host would make it another one.
    const marked = joinUrl({
      baseUrl: this.#markText(base, authorityEnd(textOf(base))),
      path: this.#markText(path, 0),
      query: query.map(({ name, value }) => ({ name: this.#markRow(name), value: this.#markRow(value) })),
    });
    if (!marked.ok) return null;
    const chunks = marked.value.url.split(this.#mark);
    const pieces = chunks.map((chunk, index) =>
      index % 2 === 0 ? literalPiece(chunk) : this.#expected[(index - 1) / 2],
    );
    const same = chunks.join('') === url && chunks.length === 2 * this.#expected.length + 1;
    if (!same || !pieces.every((piece, index) => piece?.text === chunks[index])) return null;
    return withoutOrigin(
      pieces.filter((piece) => piece !== undefined),
      new URL(url).origin.length,
    );
  }

  /** Slashes at the ends stay outside the marks, or the seam between base and path would not be found. */
  #markText(pieces: readonly TextPiece[], from: number): string {
    let start = 0;
    const texts = pieces.map((piece) => {
      const hidden = Math.max(0, Math.min(piece.text.length, from - start));
      start += piece.text.length;
      const before = piece.text.slice(0, hidden) + (/^[\\/]+/.exec(piece.text.slice(hidden))?.[0] ?? '');
      const [inner = ''] = /^.*[^\\/]/s.exec(piece.text.slice(before.length)) ?? [];
      const after = piece.text.slice(before.length + inner.length);
      return before + this.#markPiece({ ...piece, text: inner }, inner) + after;
    });
    return texts.join('');
  }

  #markRow(pieces: readonly TextPiece[]): string {
    return pieces
      .map((piece) => this.#markPiece({ ...piece, plain: piece.text }, percentEncode(piece.text)))
      .join('');
  }

  #markPiece(piece: TextPiece, sent: string): string {
    if (piece.from === 'literal' || piece.text === '') return piece.text;
    this.#expected.push({ ...piece, text: sent });
    return this.#mark + piece.text + this.#mark;
  }
}

function withoutOrigin(pieces: readonly TextPiece[], length: number): readonly TextPiece[] {
  const [first, ...others] = pieces;
  return first === undefined ? [] : [literalPiece(first.text.slice(length)), ...others];
}
