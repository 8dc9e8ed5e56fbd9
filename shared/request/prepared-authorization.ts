import type { DigestUser } from './digest/digest-answer.ts';

/** What shows to the API who calls and is only known once a request is on its way. It holds secrets. */
export type PreparedAuthorization = PreparedDigest | PreparedToken;

/** Answers the challenge of the server. */
export interface PreparedDigest extends DigestUser {
  readonly type: 'digest';
}

/** Sends an access token, and says where and with what one is asked for. */
export interface PreparedToken {
  readonly type: 'oauth2';
  readonly grant: 'client-credentials' | 'authorization-code';
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Empty for a client that has none. */
  readonly clientSecret: string;
  readonly scope: string;
  readonly clientAuthentication: 'basic' | 'body';
}
