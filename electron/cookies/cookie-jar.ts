import { Cookie, CookieJar as RuleBook, MemoryCookieStore } from 'tough-cookie';
import type { CookieFacts, CookieId } from '#shared/cookies/cookie-view.ts';
import type { SentCookie } from '#shared/cookies/sent-cookie.ts';
import { cookiesTooMany, isCookieTooLarge } from './cookie-limits.ts';
import { withBrowserDomain } from './cookie-domain.ts';
import { cookieId, type StoredCookie, storedCookie, toughCookie } from './stored-cookie.ts';

/** What came of the `Set-Cookie` lines of one response. */
export interface KeptCookies {
  /** Those that are in the jar now. */
  readonly kept: readonly SentCookie[];
  /** Those that the server took out of it, whether they were there or not. */
  readonly removed: readonly string[];
  readonly hasChanged: boolean;
}

/** Browsers keep no cookie for longer, whatever a server asks for (RFC 6265bis, 400 days). */
const longestLifeMs = 400 * 24 * 3600 * 1000;

/**
 * Cookies by the rules of RFC 6265 and of the list of public suffixes. As in browsers a loopback address counts as secure,
 * so a `Secure` cookie of a server on this machine comes back without TLS. `SameSite` has no meaning without a page.
 */
export class CookieJar {
  readonly #store = new MemoryCookieStore();
  readonly #rules = new RuleBook(this.#store, {
    rejectPublicSuffixes: true,
    allowSpecialUseDomain: true,
    allowSecureOnLocal: true,
    prefixSecurity: 'silent',
    looseMode: false,
  });

  /** The cookies that go with a request to an address, in the order of sending. */
  cookiesFor(url: URL): readonly SentCookie[] {
    return this.#rules.getCookiesSync(url.href).map(({ key, value }) => ({ name: key, value }));
  }

  /** Takes what a response from an address sets. Lines that break a rule are left out, as browsers do. */
  keep(url: URL, lines: readonly string[]): KeptCookies {
    const kept: SentCookie[] = [];
    const removed: string[] = [];
    for (const line of lines) {
      const cookie = this.#set(url, line);
      if (cookie === null) continue;
      if (cookie.TTL() > 0) kept.push({ name: cookie.key, value: cookie.value });
      else removed.push(this.#expel(cookie));
    }
    for (const cookie of cookiesTooMany(this.#all)) this.#expel(cookie);
    return { kept, removed, hasChanged: kept.length + removed.length > 0 };
  }

  /** Adds cookies that were kept before, where the jar does not have them already. */
  adopt(cookies: readonly StoredCookie[], except: ReadonlySet<string>): void {
    const present = new Set(this.#all.map(cookieId));
    for (const cookie of cookies.map(toughCookie)) {
      const id = cookieId(cookie);
      if (!present.has(id) && !except.has(id)) void this.#store.putCookie(cookie);
    }
  }

  /** Gives the cookie that was removed; `null` where there was none. */
  remove({ name, domain, path }: CookieId): StoredCookie | null {
    const found = this.#all.find(
      (cookie) => cookie.key === name && cookie.domain === domain && cookie.path === path,
    );
    if (found === undefined) return null;
    this.#expel(found);
    return storedCookie(found);
  }

  clear(): void {
    this.#rules.removeAllCookiesSync();
  }

  /** Everything that can be known of the cookies, sorted by domain, path and name. */
  facts(): CookieFacts[] {
    return this.#all
      .map((cookie) => {
        const { created: _, value: __, ...facts } = storedCookie(cookie);
        return facts;
      })
      .sort((one, other) => compared(one, other));
  }

  /** Every cookie, values included. */
  all(): readonly StoredCookie[] {
    return this.#all.map(storedCookie);
  }

  /** What outlives the application, values included. */
  persistent(): readonly StoredCookie[] {
    return this.#all.filter((cookie) => cookie.isPersistent()).map(storedCookie);
  }

  get #all(): readonly Cookie[] {
    let all: readonly Cookie[] = [];
    this.#store.getAllCookies((_error, cookies) => (all = cookies ?? []));
    return all.filter((cookie) => cookie.TTL() > 0);
  }

  #set(url: URL, line: string): Cookie | null {
    const parsed = Cookie.parse(line);
    if (parsed === undefined || isCookieTooLarge(parsed)) return null;
    const cookie = withBrowserDomain(parsed, url);
    if (cookie === null) return null;
    const now = Date.now();
    const expiry = cookie.expiryTime(new Date(now)) ?? Infinity;
    cookie.maxAge = null;
    cookie.expires =
      expiry === Infinity ? 'Infinity' : new Date(Math.max(0, Math.min(expiry, now + longestLifeMs)));
    return this.#rules.setCookieSync(cookie, url.href, { ignoreError: true }) ?? null;
  }

  #expel(cookie: Cookie): string {
    void this.#store.removeCookie(cookie.domain ?? '', cookie.path ?? '', cookie.key);
    return cookieId(cookie);
  }
}

function compared(one: CookieId, other: CookieId): number {
  const key = ({ domain, name, path }: CookieId): string => [domain, path, name].join('\n');
  return key(one) < key(other) ? -1 : 1;
}
