import type { Endpoint } from '../endpoint/endpoint.ts';
import { isSecretReference } from '../secret/credential.ts';
import { PreparationStop } from './call-exception.ts';
import { headerValueProblem, isReservedHeader, isToken } from './header-checks.ts';
import type { PreparedHeader } from './prepared-request.ts';
import type { RequestFields } from './request-fields.ts';
import type { Row } from './row.ts';
import { holdsSecret, literalPiece, type TextPiece, textOf } from './text-piece.ts';

/** A header line in pieces. */
export interface PreparedHeaderLine {
  readonly name: string;
  readonly value: readonly TextPiece[];
  readonly from: PreparedHeader['from'];
  /** Of Basic and Digest authentication: what the value is made of. */
  readonly pair?: UserPair;
  /** What there is to say about a value that is only known once the call is made. */
  readonly note?: string;
}

/** A user name and a password, and what is made of them. */
export interface UserPair {
  readonly scheme: 'basic' | 'digest';
  readonly user: readonly TextPiece[];
  readonly password: readonly TextPiece[];
}

/** Everything that brings headers to a request. */
export interface HeaderSources {
  readonly endpoint: Endpoint;
  readonly origin: string;
  readonly credential: PreparedHeaderLine | null;
  readonly rows: readonly Row[];
  /** What the body is; `null` without a body. */
  readonly contentType: readonly TextPiece[] | null;
  readonly userAgent: string;
}

/**
 * The header lines of a request in the order sent: credential, endpoint, node, and what nobody set but a call needs.
 *
 * A node's header takes the place of the endpoint's of the same name, for the one that is nearer knows better; several
 * lines of one name from one side are all sent. A credential is not replaced: a second header of its name stops the
 * preparation, because silently sending either would send the wrong one half of the time.
 */
export function prepareHeaders(fields: RequestFields, sources: HeaderSources): readonly PreparedHeaderLine[] {
  const node = sources.rows
    .filter((row) => row.enabled && !isEmptyRow(row))
    .map((row) => nodeLine(fields, row));
  const names = new Set(node.map((line) => line.name.toLowerCase()));
  const endpoint = sources.endpoint.headers
    .filter((header) => header.enabled && !names.has(header.name.toLowerCase()))
    .map((header) => endpointLine(fields, sources, header));
  const credential = sources.credential === null ? [] : [sources.credential];
  const given = [...credential, ...endpoint, ...node];
  const host = new URL(sources.origin).host;
  for (const line of given) checkLine(line, host, sources.credential);
  const sent = given.filter((line) => line.name.toLowerCase() !== 'host');
  return [...sent, ...generatedLines(sent, sources)];
}

function isEmptyRow(row: Row): boolean {
  return row.name === '' && row.value === '';
}

function nodeLine(fields: RequestFields, row: Row): PreparedHeaderLine {
  const place = `the header ${row.name}`.trimEnd();
  // A name is shown wherever the header is, so that no secret can stand in it.
  const name = textOf(fields.withoutSecrets().render(row.name, 'header', place, row.name)).trim();
  return { name, value: fields.render(row.value, 'header', place, name), from: 'node' };
}

function endpointLine(
  fields: RequestFields,
  { endpoint, origin }: HeaderSources,
  { name, value }: Endpoint['headers'][number],
): PreparedHeaderLine {
  const pieces = isSecretReference(value)
    ? [fields.secret(value.secret, origin, `value of the header ${name}`, endpoint.name)]
    : fields.render(value.template, 'header', `the header ${name} of ${endpoint.name}`, name);
  return { name, value: pieces, from: 'endpoint' };
}

function checkLine(line: PreparedHeaderLine, host: string, credential: PreparedHeaderLine | null): void {
  const { name, value } = line;
  const place = { field: `the header ${name}` };
  if (!isToken(name)) throw new PreparationStop('header-name-invalid', { header: name }, place);
  const clashes = line !== credential && credential?.name.toLowerCase() === name.toLowerCase();
  if (clashes || isReservedHeader(name, textOf(value), host))
    throw new PreparationStop('header-reserved', { header: name }, place);
  const problem = headerValueProblem(textOf(value));
  if (problem === null) return;
  // One character of a secret is still a part of it.
  const character = holdsSecret(value) ? 'a character of its secret' : problem.character;
  throw new PreparationStop(problem.code, { header: name, character }, place);
}

function generatedLines(
  sent: readonly PreparedHeaderLine[],
  sources: HeaderSources,
): readonly PreparedHeaderLine[] {
  const names = new Set(sent.map((line) => line.name.toLowerCase()));
  const defaults: readonly (readonly [string, readonly TextPiece[]])[] = [
    ['Accept', [literalPiece('*/*')]],
    ['Accept-Encoding', [literalPiece('gzip, deflate, br')]],
    ['User-Agent', [literalPiece(sources.userAgent)]],
    ...(sources.contentType === null ? [] : ([['Content-Type', sources.contentType]] as const)),
  ];
  return defaults
    .filter(([name]) => !names.has(name.toLowerCase()))
    .map(([name, value]) => ({ name, value, from: 'generated' }));
}
