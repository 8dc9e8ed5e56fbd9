import type { Endpoint } from '../endpoint/endpoint.ts';
import type { ApiCallConfig } from '../nodes/api-call-node.ts';
import { isAllowedHost } from './allowed-host.ts';
import { PreparationStop } from './call-exception.ts';
import type { UrlProblem } from './check-base-url.ts';
import { joinUrl } from './join-url.ts';
import type { RequestFields } from './request-fields.ts';
import { maskedText, type TextPiece, textOf } from './text-piece.ts';
import type { UrlSources } from './url-parts.ts';
import { kindOfAuthority, urlPieces } from './url-pieces.ts';

/** The rendered base URL of an endpoint. */
export interface PreparedBase {
  readonly pieces: readonly TextPiece[];
  /** Scheme, host and port: what credentials are bound to. */
  readonly origin: string;
}

/** A rendered query row. */
export interface PreparedQueryRow {
  readonly name: readonly TextPiece[];
  readonly value: readonly TextPiece[];
}

/** The address of a request. */
export interface PreparedUrl {
  readonly url: string;
  readonly fragment: string | null;
  readonly pieces: readonly TextPiece[];
  /** What it was joined of. */
  readonly sources: UrlSources;
}

/** A rendered address by itself. */
export interface PreparedAddress extends PreparedBase {
  readonly url: string;
}

/** Renders the base URL of an endpoint. */
export function prepareBase(fields: RequestFields, endpoint: Endpoint): PreparedBase {
  const { origin, pieces } = prepareAddress(fields, endpoint, 'base URL', endpoint.baseUrl);
  return { origin, pieces };
}

/**
 * Renders an address that gets credentials and decides whether its host may be called: one that comes from an expression
 * must be among the endpoint's hosts, since a value must not be able to choose who gets them (SEMANTICS, Secrets).
 *
 * @param name of the field in words
 */
export function prepareAddress(
  fields: RequestFields,
  endpoint: Pick<Endpoint, 'name' | 'allowedHosts'>,
  name: string,
  template: string,
): PreparedAddress {
  const place = `the ${name} of ${endpoint.name}`;
  // White space around an address comes from pasting it; inside it would be encoded.
  const pieces = fields.render(template.trim(), 'url', place);
  const joined = joinUrl({ baseUrl: textOf(pieces), path: '', query: [] });
  if (!joined.ok) throw urlStop(joined.failure, place, maskedText(pieces));
  const { host, origin } = new URL(joined.value.url);
  const kind = kindOfAuthority(pieces);
  if (kind !== 'literal' && !isAllowedHost(joined.value.url, endpoint.allowedHosts)) {
    const shownHost = kind === 'secret' ? null : host;
    throw new PreparationStop(
      'host-not-allowed',
      { host: shownHost, endpoint: endpoint.name },
      { field: place },
    );
  }
  return { pieces, origin, url: joined.value.url };
}

/** Renders path and query rows and joins them to the base URL; the key of an endpoint comes last. */
export function prepareUrl(
  fields: RequestFields,
  base: PreparedBase,
  call: Pick<ApiCallConfig, 'path' | 'query'>,
  credential: PreparedQueryRow | null,
): PreparedUrl {
  const path = fields.render(call.path, 'path', 'the path');
  const rows = call.query.filter((row) => row.enabled).map((row) => prepareRow(fields, row));
  const query = credential === null ? rows : [...rows, credential];
  const parts = { baseUrl: textOf(base.pieces), path: textOf(path), query: query.map(rowText) };
  const joined = joinUrl(parts);
  if (!joined.ok) throw urlStop(joined.failure, 'the path', maskedText([...base.pieces, ...path]));
  const { fragment, url } = joined.value;
  const sources = {
    baseUrl: parts.baseUrl,
    path: parts.path,
    rows: rows.map(rowText).filter(({ name, value }) => name !== '' || value !== '').length,
    hasCredential: credential !== null,
  };
  return { url, fragment, pieces: urlPieces({ base: base.pieces, path, query }, url), sources };
}

function prepareRow(
  fields: RequestFields,
  row: { readonly name: string; readonly value: string },
): PreparedQueryRow {
  const place = `the query row ${row.name}`.trimEnd();
  return { name: fields.render(row.name, 'query', place), value: fields.render(row.value, 'query', place) };
}

function rowText({ name, value }: PreparedQueryRow): { readonly name: string; readonly value: string } {
  return { name: textOf(name), value: textOf(value) };
}

/** @param shown the address with its secrets masked, for sentences that quote it */
function urlStop({ code, placeholders }: UrlProblem, field: string, shown: string): PreparationStop {
  const quoted = 'url' in placeholders ? { ...placeholders, url: shown } : placeholders;
  return new PreparationStop(code, quoted, { field });
}
