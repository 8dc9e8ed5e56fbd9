import type { Authentication, Endpoint } from '../endpoint/endpoint.ts';
import { base64 } from '../response/base64.ts';
import { type Credential, isSecretReference } from '../secret/credential.ts';
import type { TemplateField } from '../template/template-field.ts';
import { PreparationStop } from './call-exception.ts';
import type { PreparedHeaderLine } from './prepare-headers.ts';
import type { PreparedQueryRow } from './prepare-url.ts';
import type { RequestFields } from './request-fields.ts';
import { holdsSecret, literalPiece, type TextPiece, textOf } from './text-piece.ts';

/** What proves to the API who calls: a header, a query row, or nothing. */
export interface PreparedCredential {
  readonly header: PreparedHeaderLine | null;
  readonly row: PreparedQueryRow | null;
}

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
      return { header: basic(fields, source, auth), row: null };
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
  fields: RequestFields,
  source: CredentialSource,
  auth: Extract<Authentication, { type: 'basic' }>,
): PreparedHeaderLine {
  const userName = source.takeOptional(auth.userName, 'user name');
  const password = source.takeOptional(auth.password, 'password');
  if (textOf(userName) === '' && textOf(password) === '') throw source.empty('user name and password');
  if (textOf(userName).includes(':')) throw source.stop('credential-invalid', 'user name');
  const token = base64(new TextEncoder().encode(`${textOf(userName)}:${textOf(password)}`));
  const secret = holdsSecret([...userName, ...password]);
  if (secret) fields.secrets.push({ value: textOf(password), user: textOf(userName) });
  const value: readonly TextPiece[] = [
    literalPiece('Basic '),
    { text: token, from: secret ? 'secret' : 'expression' },
  ];
  return { name: 'Authorization', value, from: 'credential', basic: { user: userName, password } };
}

function inHeader(name: string, value: readonly TextPiece[]): PreparedCredential {
  return { header: { name, value, from: 'credential' }, row: null };
}

/** Takes the credentials of one endpoint and says in its words what is wrong with them. */
class CredentialSource {
  readonly #fields: RequestFields;
  readonly #endpoint: string;
  readonly #origin: string;

  constructor(fields: RequestFields, endpoint: string, origin: string) {
    this.#fields = fields;
    this.#endpoint = endpoint;
    this.#origin = origin;
  }

  /** @param key name of the header or query row that carries it */
  take(credential: Credential, name: string, field: TemplateField, key: string): readonly TextPiece[] {
    const pieces = this.#render(credential, name, field, key);
    if (textOf(pieces).trim() === '') throw this.empty(name);
    return pieces;
  }

  /** The text goes into base64, so only what no credential may hold is refused (RFC 7617 §2). */
  takeOptional(credential: Credential, name: string): readonly TextPiece[] {
    const pieces = this.#render(credential, name, 'text', 'Authorization');
    const leftEmpty = !isSecretReference(credential) && credential.template === '';
    if (textOf(pieces) === '' && !leftEmpty) throw this.empty(name);
    if (/[\r\n\0]/.test(textOf(pieces))) throw this.stop('header-value-line-break', name);
    return pieces;
  }

  empty(name: string): PreparationStop {
    return this.stop('credential-empty', name);
  }

  stop(
    code: 'credential-empty' | 'credential-invalid' | 'header-value-line-break',
    name: string,
  ): PreparationStop {
    const placeholders = { credential: name, endpoint: this.#endpoint, header: 'Authorization' };
    return new PreparationStop(code, placeholders, { field: this.#place(name) });
  }

  #render(credential: Credential, name: string, field: TemplateField, key: string): readonly TextPiece[] {
    return isSecretReference(credential)
      ? [this.#fields.secret(credential.secret, this.#origin, name, this.#endpoint)]
      : this.#fields.render(credential.template, field, this.#place(name), key);
  }

  #place(name: string): string {
    return `the ${name} of ${this.#endpoint}`;
  }
}
