import { type Credential, isSecretReference } from '../secret/credential.ts';
import type { SecretUse } from '../secret/secret-slots.ts';
import type { TemplateField } from '../template/template-field.ts';
import { PreparationStop } from './call-exception.ts';
import type { RequestFields } from './request-fields.ts';
import { holdsSecret, type TextPiece, textOf } from './text-piece.ts';

/** Takes the credentials of one endpoint and says in its words what is wrong with them. */
export class CredentialSource {
  readonly #fields: RequestFields;
  readonly #endpoint: string;
  readonly #origin: string;
  readonly #use: SecretUse;

  /** @param origin where the credentials go */
  constructor(fields: RequestFields, endpoint: string, origin: string, use: SecretUse = 'request') {
    this.#fields = fields;
    this.#endpoint = endpoint;
    this.#origin = origin;
    this.#use = use;
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

  /** Makes the shapes of a user name and password known, where either is secret. */
  keepPair(user: readonly TextPiece[], password: readonly TextPiece[]): boolean {
    const isSecret = holdsSecret([...user, ...password]);
    if (isSecret) this.#fields.secrets.push({ value: textOf(password), user: textOf(user) });
    return isSecret;
  }

  #render(credential: Credential, name: string, field: TemplateField, key: string): readonly TextPiece[] {
    return isSecretReference(credential)
      ? [this.#fields.secret(credential.secret, this.#origin, name, this.#endpoint, this.#use)]
      : this.#fields.render(credential.template, field, this.#place(name), key);
  }

  #place(name: string): string {
    return `the ${name} of ${this.#endpoint}`;
  }
}
