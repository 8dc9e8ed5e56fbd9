import { formText } from './token-form.ts';

/** What one sign-in is told apart by. */
export interface SignInRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** Comes back with the answer, so that nobody else's is taken for it. */
  readonly state: string;
  /** The hash of what the code is later exchanged with (RFC 7636). */
  readonly challenge: string;
}

/** The address at which a person is asked (RFC 6749 §4.1.1). What its query holds already stays. */
export function authorizeUrl(address: string, request: SignInRequest): string {
  const { challenge, clientId, redirectUri, scope, state } = request;
  const query = formText([
    ['response_type', 'code'],
    ['client_id', clientId],
    ['redirect_uri', redirectUri],
    ...(scope === '' ? [] : [['scope', scope] as const]),
    ['state', state],
    ['code_challenge', challenge],
    ['code_challenge_method', 'S256'],
  ]);
  const [bare = ''] = address.split('#');
  const joint = !bare.includes('?') ? '?' : /[?&]$/.test(bare) ? '' : '&';
  return `${bare}${joint}${query}`;
}
