import { base64 } from '../../response/base64.ts';
import { encodeFormText } from '../encode-form-text.ts';
import type { PreparedToken } from '../prepared-authorization.ts';

/** The request for an access token, as far as the grant decides it. */
export interface TokenForm {
  /** `application/x-www-form-urlencoded`. */
  readonly body: string;
  /** The value of `Authorization`; `null` where the client does not show itself there. */
  readonly authorization: string | null;
}

/** What is exchanged for an access token. */
export type TokenGrant =
  | { readonly type: 'client-credentials' }
  | { readonly type: 'refresh'; readonly refreshToken: string }
  | {
      readonly type: 'code';
      readonly code: string;
      readonly redirectUri: string;
      readonly verifier: string;
    };

/**
 * Writes the request for an access token (RFC 6749 §4.1.3, §4.4.2, §6 and RFC 7636 §4.5). The client shows itself with
 * Basic, its id and secret each encoded as a form does (§2.3.1), or in the body; without a secret there is only its id.
 */
export function tokenForm(token: PreparedToken, grant: TokenGrant): TokenForm {
  const { clientAuthentication, clientId, clientSecret } = token;
  const isInBody = clientSecret === '' || clientAuthentication === 'body';
  const rows = [
    ...grantRows(token, grant),
    ...(isInBody ? [['client_id', clientId] as const] : []),
    ...(isInBody && clientSecret !== '' ? [['client_secret', clientSecret] as const] : []),
  ];
  const pair = `${encodeFormText(clientId)}:${encodeFormText(clientSecret)}`;
  return {
    body: formText(rows),
    authorization: isInBody ? null : `Basic ${base64(new TextEncoder().encode(pair))}`,
  };
}

type Row = readonly [name: string, value: string];

function grantRows({ scope }: PreparedToken, grant: TokenGrant): readonly Row[] {
  switch (grant.type) {
    case 'client-credentials':
      return [['grant_type', 'client_credentials'], ...(scope === '' ? [] : [['scope', scope] as const])];
    case 'refresh':
      return [
        ['grant_type', 'refresh_token'],
        ['refresh_token', grant.refreshToken],
      ];
    case 'code':
      return [
        ['grant_type', 'authorization_code'],
        ['code', grant.code],
        ['redirect_uri', grant.redirectUri],
        ['code_verifier', grant.verifier],
      ];
  }
}

/** Names and values as a form sends them. */
export function formText(rows: readonly Row[]): string {
  return rows.map(([name, value]) => `${encodeFormText(name)}=${encodeFormText(value)}`).join('&');
}
