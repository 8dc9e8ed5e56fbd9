import type { Authentication } from '#shared/endpoint/endpoint.ts';
import type { Credential } from '#shared/secret/credential.ts';
import { newId } from '../../store/new-id.ts';

export type AuthType = Authentication['type'];

/** What most APIs ask for, in words that the product's documents use. */
export type SimpleAuthType = 'none' | 'bearer' | 'api-key' | 'basic';

export const simpleOptions: readonly { readonly value: SimpleAuthType; readonly label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'bearer', label: 'Bearer token' },
  { value: 'api-key', label: 'API key' },
  { value: 'basic', label: 'Basic' },
];

export const furtherOptions: readonly { readonly value: AuthType; readonly label: string }[] = [
  { value: 'digest', label: 'Digest' },
  { value: 'oauth2-client-credentials', label: 'OAuth 2 client credentials' },
  { value: 'oauth2-authorization-code', label: 'OAuth 2 authorization code' },
];

/** Which of the usual ways a type is, or one of the others. */
export function choiceOf(type: AuthType): SimpleAuthType | 'more' {
  return simpleOptions.find(({ value }) => value === type)?.value ?? 'more';
}

/** Fresh authentication of a type: its secret has a slot and no value yet. */
export function authOfType(type: AuthType): Authentication {
  const secret = (): Credential => ({ secret: newId('sl') });
  switch (type) {
    case 'none':
      return { type };
    case 'bearer':
      return { type, token: secret() };
    case 'api-key':
      return { type, in: 'header', name: 'Authorization', key: secret() };
    case 'basic':
    case 'digest':
      return { type, userName: { template: '' }, password: secret() };
    case 'oauth2-client-credentials':
      return { type, ...freshClient(secret()) };
    case 'oauth2-authorization-code':
      return { type, authorizeUrl: '', ...freshClient(secret()), pkce: true };
  }
}

function freshClient(clientSecret: Credential) {
  const clientId = { template: '' };
  return { tokenUrl: '', clientId, clientSecret, scope: '', clientAuthentication: 'basic' as const };
}
