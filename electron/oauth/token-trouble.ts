import type { TokenTrouble, TokenWish } from '../executor/token-source.ts';
import type { FetchedToken } from './fetch-token.ts';

/** A person has to sign in before the call can be made. */
export function consentNeeded(endpoint: string): TokenTrouble {
  return { type: 'exception', exception: { code: 'oauth-consent-needed', placeholders: { endpoint } } };
}

/** Why a server gave no token, as a call ends because of it. */
export function notFetched(
  { token }: TokenWish,
  fetched: Exclude<FetchedToken, { type: 'token' }>,
): TokenTrouble {
  const token_host = new URL(token.tokenUrl).host;
  switch (fetched.type) {
    case 'refused': {
      const placeholders = { token_host, oauth_error: fetched.error };
      return { type: 'exception', exception: { code: 'oauth-token-refused', placeholders } };
    }
    case 'invalid':
      return { type: 'exception', exception: { code: 'oauth-token-invalid', placeholders: { token_host } } };
    case 'unreachable': {
      const placeholders = { token_host, cause: fetched.cause };
      return { type: 'failure', failure: { code: 'oauth-token-unreachable', phase: 'token', placeholders } };
    }
  }
}
