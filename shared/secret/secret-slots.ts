import type { Authentication, Endpoint } from '../endpoint/endpoint.ts';
import type { SecretSlot } from '../ids/ids.ts';
import { assertNever } from '../outcome/assert-never.ts';
import { isSecretReference, type Credential } from './credential.ts';

/** The slots an endpoint refers to, in the order of its form: authentication first, then headers, without repeats. */
export function secretSlots(endpoint: Pick<Endpoint, 'auth' | 'headers'>): readonly SecretSlot[] {
  const credentials = [
    ...authenticationSecrets(endpoint.auth),
    ...endpoint.headers.map(({ value }) => value),
  ];
  return [...new Set(credentials.filter(isSecretReference).map(({ secret }) => secret))];
}

function authenticationSecrets(auth: Authentication): readonly Credential[] {
  switch (auth.type) {
    case 'none':
      return [];
    case 'bearer':
      return [auth.token];
    case 'api-key':
      return [auth.key];
    case 'basic':
      return [auth.password];
    default:
      return assertNever(auth);
  }
}
