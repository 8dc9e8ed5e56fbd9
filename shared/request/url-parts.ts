import { joinUrl } from './join-url.ts';
import { type TextPiece, textOf } from './text-piece.ts';

/** A part of an address and which document it came from. */
export interface UrlPart {
  readonly from: 'credential' | 'endpoint' | 'node';
  readonly pieces: readonly TextPiece[];
}

/** What an address was joined of, as texts. */
export interface UrlSources {
  readonly baseUrl: string;
  readonly path: string;
  /** How many query rows that are not empty the node brings. */
  readonly rows: number;
  readonly hasCredential: boolean;
}

/**
 * Takes an address apart by where its parts came from: the base URL, the path, and each part of the query with the sign
 * before it. `null` where a path with dots or a secret that was hidden with its surroundings makes that impossible.
 *
 * @param pieces of the address
 */
export function urlParts(sources: UrlSources, pieces: readonly TextPiece[]): readonly UrlPart[] | null {
  const url = textOf(pieces);
  const [address = ''] = url.split('?');
  const query = url.slice(address.length);
  const base = baseAddress(sources);
  if (base === null || !address.startsWith(base)) return null;
  const queryFroms = originsOfQuery(sources);
  const queryTexts = query === '' ? [] : query.slice(1).split('&');
  if (queryTexts.length !== queryFroms.length) return null;
  const lengths: (readonly [UrlPart['from'], number])[] = [
    ['endpoint', base.length],
    ['node', address.length - base.length],
    ...queryFroms.map((from, index) => [from, 1 + (queryTexts[index]?.length ?? 0)] as const),
  ];
  return cut(
    pieces,
    lengths.filter(([, length]) => length > 0),
  );
}

function baseAddress({ baseUrl, path }: UrlSources): string | null {
  const [bare = ''] = baseUrl.split(/[?#]/);
  const joined = joinUrl({ baseUrl: bare, path: '', query: [] });
  if (!joined.ok) return null;
  return /^\s*($|[?#])/.test(path) ? joined.value.url : joined.value.url.replace(/\/$/, '');
}

function originsOfQuery({ baseUrl, hasCredential, path, rows }: UrlSources): readonly UrlPart['from'][] {
  return [
    ...Array.from({ length: queryLength(baseUrl) }, () => 'endpoint' as const),
    ...Array.from({ length: queryLength(path) + rows }, () => 'node' as const),
    ...(hasCredential ? (['credential'] as const) : []),
  ];
}

function queryLength(text: string): number {
  const [, query = ''] = /^[^?#]*\?([^#]*)/s.exec(text.trim()) ?? [];
  return query === '' ? 0 : query.split('&').length;
}

function cut(
  pieces: readonly TextPiece[],
  lengths: readonly (readonly [UrlPart['from'], number])[],
): readonly UrlPart[] | null {
  const left = [...pieces];
  const parts: UrlPart[] = [];
  for (const [from, length] of lengths) {
    const taken = take(left, length);
    if (taken === null) return null;
    parts.push({ from, pieces: taken });
  }
  return parts;
}

/** The pieces of so many units, taken from the front; `null` where a secret would have to be cut. */
function take(left: TextPiece[], length: number): readonly TextPiece[] | null {
  const taken: TextPiece[] = [];
  for (let missing = length; missing > 0;) {
    const piece = left.shift();
    if (piece === undefined) return null;
    if (piece.text.length > missing) {
      if (piece.from === 'secret') return null;
      left.unshift({ ...piece, text: piece.text.slice(missing) });
    }
    taken.push({ ...piece, text: piece.text.slice(0, missing) });
    missing -= piece.text.length;
  }
  return taken;
}
