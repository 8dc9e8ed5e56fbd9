import type { Authentication, Endpoint } from '../endpoint/endpoint.ts';
import { base64 } from '../response/base64.ts';
import { CredentialSource } from './credential-source.ts';
import { prepareDigest } from './prepare-digest.ts';
import { prepareTokenCredential } from './prepare-token.ts';
import type { PreparedHeaderLine } from './prepare-headers.ts';
import type { PreparedCredential } from './prepared-credential.ts';
import type { RequestFields } from './request-fields.ts';
import { literalPiece, type TextPiece, textOf } from './text-piece.ts';

/** Renders the authentication of an endpoint. A credential that is empty stops the preparation; it is never sent. */
export function prepareCredential(
  fields: RequestFields,
  endpoint: Endpoint,
  origin: string,
): PreparedCredential {
  const { auth } = endpoint;
  const source = new CredentialSource(fields, endpoint.name, origin);
  switch (auth.type) {
    case 'none':
      return { header: null, row: null };
    case 'bearer':
      return inHeader('Authorization', [
        literalPiece('Bearer '),
        ...source.take(auth.token, 'token', 'header', 'Authorization'),
      ]);
    case 'api-key':
      return apiKey(source, auth);
    case 'basic':
      return { header: basic(source, auth), row: null };
    case 'digest':
      return prepareDigest(source, auth);
    case 'oauth2-client-credentials':
    case 'oauth2-authorization-code':
      return prepareTokenCredential(fields, endpoint, auth);
  }
}

function apiKey(
  source: CredentialSource,
  auth: Extract<Authentication, { type: 'api-key' }>,
): PreparedCredential {
  if (auth.in === 'header') return inHeader(auth.name, source.take(auth.key, 'API key', 'header', auth.name));
  return {
    header: null,
    row: { name: [literalPiece(auth.name)], value: source.take(auth.key, 'API key', 'query', auth.name) },
  };
}

/**
 * User name and password in UTF-8 (RFC 7617). Either may be left empty on purpose, as some APIs ask for, but not both,
 * and not by an expression or a secret that happens to be empty.
 */
function basic(
  source: CredentialSource,
  auth: Extract<Authentication, { type: 'basic' }>,
): PreparedHeaderLine {
  const userName = source.takeOptional(auth.userName, 'user name');
  const password = source.takeOptional(auth.password, 'password');
  if (textOf(userName) === '' && textOf(password) === '') throw source.empty('user name and password');
  if (textOf(userName).includes(':')) throw source.stop('credential-invalid', 'user name');
  const token = base64(new TextEncoder().encode(`${textOf(userName)}:${textOf(password)}`));
  const secret = source.keepPair(userName, password);
  const value: readonly TextPiece[] = [
    literalPiece('Basic '),
    { text: token, from: secret ? 'secret' : 'expression' },
  ];
  return {
    name: 'Authorization',
    value,
    from: 'credential',
    pair: { scheme: 'basic', user: userName, password },
  };
}

function inHeader(name: string, value: readonly TextPiece[]): PreparedCredential {
  return { header: { name, value, from: 'credential' }, row: null };
}
