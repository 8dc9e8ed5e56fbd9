import type { Timeouts } from '#shared/endpoint/timeouts.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { PreparedToken } from '#shared/request/prepared-authorization.ts';
import { tlsAtOtherOrigin } from '#shared/request/prepared-tls.ts';
import type { PreparedRequest } from '#shared/request/prepared-request.ts';
import type { CallException, CallFailure } from './call-failure.ts';

/** What a call needs an access token for. */
export interface TokenWish {
  readonly token: PreparedToken;
  /** Of the API: nobody else gets the token. */
  readonly origin: string;
  /** The way to the API, which is also taken to the server that gives tokens. */
  readonly way: Pick<PreparedRequest, 'proxy' | 'tls'>;
  readonly timeouts: Timeouts;
}

/** An access token that may be sent. */
export interface GivenToken {
  readonly value: string;
  /** Whether it was fetched just now, so that fetching another one would change nothing. */
  readonly isFresh: boolean;
}

/** Why there is no access token. */
export type TokenTrouble =
  | { readonly type: 'failure'; readonly failure: CallFailure }
  | { readonly type: 'exception'; readonly exception: CallException };

/** Gives access tokens. `null` where the signal was aborted meanwhile. */
export interface TokenSource {
  /** A token that is good now, kept or fetched. */
  take(wish: TokenWish, signal: AbortSignal): Promise<Outcome<GivenToken, TokenTrouble> | null>;
  /** Another token than the one that the API did not take. */
  renew(
    wish: TokenWish,
    refused: string,
    signal: AbortSignal,
  ): Promise<Outcome<GivenToken, TokenTrouble> | null>;
}

/**
 * What a prepared request needs an access token for. A server that is not the API is spoken to as one that a redirect leads
 * to: the client certificate is the API's alone, and so is leave to skip verification.
 */
export function tokenWish(
  token: PreparedToken,
  { proxy, tls, url }: Pick<PreparedRequest, 'url' | 'proxy' | 'tls'>,
  timeouts: Timeouts,
): TokenWish {
  const { origin } = new URL(url);
  const isOwn = new URL(token.tokenUrl).origin === origin;
  const way = {
    ...(proxy === undefined ? {} : { proxy }),
    ...(tls === undefined ? {} : { tls: isOwn ? tls : tlsAtOtherOrigin(tls) }),
  };
  return { token, origin, way, timeouts };
}
