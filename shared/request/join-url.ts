import { failed, type Outcome, succeeded } from '../outcome/outcome.ts';
import { checkBaseUrl, type UrlProblem } from './check-base-url.ts';
import { percentEncode } from '../template/encoders/percent-encode.ts';
import { isAddress } from './is-address.ts';

/** The rendered parts of an address. */
export interface UrlParts {
  readonly baseUrl: string;
  /** May bring query text and a fragment of its own. */
  readonly path: string;
  readonly query: readonly QueryRow[];
}

/** A name and a value that are encoded here, once. */
export interface QueryRow {
  readonly name: string;
  readonly value: string;
  readonly enabled?: boolean;
}

/** The address to call. */
export interface JoinedUrl {
  /** As the URL standard writes it, without a fragment. */
  readonly url: string;
  /** For display, without `#`: of the path, else of the base URL. */
  readonly fragment: string | null;
}

/**
 * Appends path and query to a base URL and reads the result by the URL standard.
 *
 * There is exactly one slash at the seam and the path never replaces the base path, so that no path can reach another
 * host; a whole address as path is refused. The query is what base, path and rows bring, in this order, and nothing is
 * overwritten. An entirely empty row is no row.
 */
export function joinUrl(parts: UrlParts): Outcome<JoinedUrl, UrlProblem> {
  const base = split(parts.baseUrl.trim());
  const path = split(parts.path.trim());
  const problem = checkBaseUrl(parts.baseUrl.trim()) ?? checkPath(parts.path.trim());
  if (problem !== null) return failed(problem);
  const rows = parts.query.filter((row) => row.enabled !== false && (row.name !== '' || row.value !== ''));
  const query = [base.query, path.query, ...rows.map(queryText)].filter((text) => text !== '').join('&');
  const address = join(base.path, path.path) + (query === '' ? '' : `?${query}`);
  if (!isAddress(address)) return failed(unreadable(address));
  return succeeded({ url: new URL(address).href, fragment: path.fragment ?? base.fragment });
}

interface SplitText {
  readonly path: string;
  readonly query: string;
  readonly fragment: string | null;
}

function split(text: string): SplitText {
  const [, path = '', query = '', fragment = null] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
  return { path, query, fragment };
}

/** URL parsers read a backslash as a slash, so the seam does too. */
function join(base: string, path: string): string {
  return path === '' ? base : `${base.replace(/[\\/]$/, '')}/${path.replace(/^[\\/]/, '')}`;
}

function queryText(row: QueryRow): string {
  return `${percentEncode(row.name)}=${percentEncode(row.value)}`;
}

function checkPath(path: string): UrlProblem | null {
  return /^[a-z][a-z0-9+.-]*:[\\/]{2}/i.test(path)
    ? { code: 'url-path-absolute', placeholders: { url: path } }
    : null;
}

function unreadable(address: string): UrlProblem {
  return { code: 'url-invalid', placeholders: { url: address, detail: 'its host or its port is wrong' } };
}
