import { cookieValueForms, maskedSetCookie } from '#shared/cookies/masked-set-cookie.ts';
import type { SentCookie } from '#shared/cookies/sent-cookie.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import type { CallCookies } from '../executor/call-cookies.ts';
import type { KnownSecrets } from './known-secrets.ts';

/** The jar of an environment, ready to be used. */
export interface OpenedJar {
  readonly jar: CookiePot;
  /** A sentence where what was kept in it cannot be read now, so that calls go without it. */
  readonly trouble: string | null;
}

/** A jar as a run needs it. */
export interface CookiePot {
  cookiesFor(url: URL): readonly SentCookie[];
  /** Takes `Set-Cookie` lines and gives the cookies of them that are kept. */
  keep(url: URL, lines: readonly string[]): readonly SentCookie[];
}

/** Where runs get their jars: one for each environment, and one for no environment. */
export interface RunCookies {
  jarOf(environmentId: EnvironmentId | null): Promise<OpenedJar>;
}

/**
 * A jar whose values are known to the scrubbers before anything can come of them. Every line that sets a cookie is shown
 * with its value masked, whether the jar took it or not.
 */
export function secretCookies(jar: CookiePot, secrets: KnownSecrets): CallCookies {
  const know = (cookies: readonly SentCookie[]): void => {
    secrets.addCookies(cookies.flatMap(({ value }) => cookieValueForms(value)));
  };
  return {
    cookiesFor: (url) => {
      const cookies = jar.cookiesFor(url);
      know(cookies);
      return cookies;
    },
    keep: (url, lines) => {
      know(jar.keep(url, lines));
      for (const line of lines) secrets.addCookieLine(line, maskedSetCookie(line));
    },
  };
}
