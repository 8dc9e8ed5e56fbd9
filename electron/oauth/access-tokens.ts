import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { TokenGrant } from '#shared/request/oauth/token-form.ts';
import { isDue, isOver } from '#shared/request/oauth/token-expiry.ts';
import type { GivenToken, TokenSource, TokenTrouble, TokenWish } from '../executor/token-source.ts';
import { fetchToken, type FetchedToken, type TokenFetchPorts } from './fetch-token.ts';
import { askedWith, type KeptToken, keptToken, type TokenPlace } from './kept-token.ts';
import { SharedWork } from './shared-work.ts';
import { consentNeeded, notFetched } from './token-trouble.ts';
import type { TokenReading, TokenShelf } from './token-shelf.ts';

/** What access tokens are kept and fetched with. */
export interface AccessTokenPorts extends TokenFetchPorts {
  readonly shelf: TokenShelf;
  /** The wall clock, in milliseconds since 1970. */
  readonly nowMs?: () => number;
}

type Taken = Outcome<GivenToken, TokenTrouble>;

/**
 * The access tokens of endpoints: kept, fetched when there is none, and fetched anew before they end. Calls that need the
 * same one at the same time share one request.
 */
export class AccessTokens {
  readonly #ports: AccessTokenPorts;
  readonly #work = new SharedWork<Taken>();
  readonly #listeners = new Set<(secret: string) => void>();

  constructor(ports: AccessTokenPorts) {
    this.#ports = ports;
  }

  /** Hears of each token before anybody is given it, so that it can be kept out of what is shown and written. */
  onSecret(listener: (secret: string) => void): void {
    this.#listeners.add(listener);
  }

  /** Gives the tokens of one endpoint. @param endpoint its name */
  source(place: TokenPlace, endpoint: string): TokenSource {
    const name = (wish: TokenWish, refused: string) => JSON.stringify([place, askedWith(wish), refused]);
    return {
      take: (wish, signal) =>
        this.#work.join(name(wish, ''), signal, (stop) => this.#take(place, endpoint, wish, null, stop)),
      renew: (wish, refused, signal) =>
        this.#work.join(name(wish, refused), signal, (stop) =>
          this.#take(place, endpoint, wish, refused, stop),
        ),
    };
  }

  /** What a call with this wish would begin with, in words. Nothing is fetched. */
  async outlook(place: TokenPlace, wish: TokenWish): Promise<string> {
    const { host } = new URL(wish.token.tokenUrl);
    const kept = await this.kept(place, wish);
    const isGood = kept !== null && !isOver(kept, this.#nowMs());
    if (isGood && !isDue(kept, this.#nowMs())) return `The access token from ${host} is there.`;
    if (grantFor(wish, kept) !== null) return `An access token will be fetched from ${host} first.`;
    return isGood
      ? `The access token from ${host} is there, and ends soon.`
      : 'There is no access token: sign in from the form of the endpoint first.';
  }

  /** The token that is kept for this wish, whether it is still good or not. */
  async kept(place: TokenPlace, wish: TokenWish): Promise<KeptToken | null> {
    return tokenFor(wish, await this.#ports.shelf.read(place, wish.origin));
  }

  forget(place: TokenPlace): Promise<void> {
    return this.#ports.shelf.forget(place);
  }

  /** Exchanges what a person has agreed to for a token, and keeps it. */
  async signedIn(
    place: TokenPlace,
    wish: TokenWish,
    grant: Extract<TokenGrant, { type: 'code' }>,
    signal: AbortSignal,
  ): Promise<Outcome<KeptToken, Exclude<FetchedToken, { type: 'token' }>>> {
    const fetched = await fetchToken(this.#ports, wish, grant, signal);
    if (fetched.type !== 'token') return failed(fetched);
    return succeeded(await this.#keep(place, wish, fetched, null));
  }

  /** @param refused a token that the API did not take; `null` where any that is good will do */
  async #take(
    place: TokenPlace,
    endpoint: string,
    wish: TokenWish,
    refused: string | null,
    stop: AbortSignal,
  ): Promise<Taken> {
    const reading = await this.#ports.shelf.read(place, wish.origin);
    if (reading.state === 'closed' && wish.token.grant === 'authorization-code')
      return failed({ type: 'exception', exception: { code: reading.code, placeholders: {} } });
    const kept = tokenFor(wish, reading);
    const good = this.#goodOne(kept, refused);
    const grant = grantFor(wish, kept);
    if (good !== null && (grant === null || !isDue(good, this.#nowMs()))) return this.#given(good, false);
    if (grant === null) return failed(consentNeeded(endpoint));
    const fetched = await fetchToken(this.#ports, wish, grant, stop);
    if (fetched.type === 'token') return this.#given(await this.#keep(place, wish, fetched, kept), true);
    if (isWithdrawn(grant, fetched)) {
      await this.#ports.shelf.forget(place);
      return failed(consentNeeded(endpoint));
    }
    // Until its very end the old one is better than none.
    return good === null ? failed(notFetched(wish, fetched)) : this.#given(good, false);
  }

  #goodOne(kept: KeptToken | null, refused: string | null): KeptToken | null {
    return kept === null || kept.accessToken === refused || isOver(kept, this.#nowMs()) ? null : kept;
  }

  async #keep(
    place: TokenPlace,
    wish: TokenWish,
    { token: set }: Extract<FetchedToken, { type: 'token' }>,
    before: KeptToken | null,
  ): Promise<KeptToken> {
    const token = keptToken(set, before, askedWith(wish), this.#nowMs());
    for (const secret of set.furtherSecrets) this.#tell(secret);
    this.#tellOf(token);
    await this.#ports.shelf.write(place, wish.origin, token);
    return token;
  }

  #given(token: KeptToken, isFresh: boolean): Taken {
    this.#tellOf(token);
    return succeeded({ value: token.accessToken, isFresh });
  }

  #tellOf({ accessToken, refreshToken }: KeptToken): void {
    this.#tell(accessToken);
    if (refreshToken !== null) this.#tell(refreshToken);
  }

  #tell(secret: string): void {
    for (const listener of this.#listeners) listener(secret);
  }

  #nowMs(): number {
    return this.#ports.nowMs?.() ?? Date.now();
  }
}

/** A token that was asked with something else is of no use. */
function tokenFor(wish: TokenWish, reading: TokenReading): KeptToken | null {
  return reading.state === 'set' && reading.token.askedWith === askedWith(wish) ? reading.token : null;
}

/** How another token can be had without a person; `null` where only a person can help. */
function grantFor({ token }: TokenWish, kept: KeptToken | null): TokenGrant | null {
  if (token.grant === 'client-credentials') return { type: 'client-credentials' };
  const refreshToken = kept?.refreshToken ?? null;
  return refreshToken === null ? null : { type: 'refresh', refreshToken };
}

/** Whether the server no longer knows what a person had agreed to. */
function isWithdrawn(grant: TokenGrant, fetched: FetchedToken): boolean {
  return grant.type === 'refresh' && fetched.type === 'refused' && fetched.code === 'invalid_grant';
}
