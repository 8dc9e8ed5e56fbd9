import type { Authentication, OauthAuthentication } from './endpoint.ts';

/** Whether calls carry an access token that a server gives. */
export function isOauth(auth: Authentication): auth is OauthAuthentication {
  return auth.type === 'oauth2-client-credentials' || auth.type === 'oauth2-authorization-code';
}
