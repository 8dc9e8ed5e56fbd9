import type { EnvironmentId } from '#shared/ids/ids.ts';
import type { CookiePot, RunCookies } from '../runs/run-cookies.ts';
import type { CookieJar } from './cookie-jar.ts';

/** Jars that end with their owner: for the command line, which keeps nothing. */
export function memoryCookies(): RunCookies {
  const jars = new Map<EnvironmentId | null, CookiePot>();
  return {
    jarOf: async (environmentId) => {
      // With it comes the list of all public suffixes, and few endpoints keep cookies.
      const { CookieJar } = await import('./cookie-jar.ts');
      const pot = jars.get(environmentId) ?? memoryPot(new CookieJar());
      jars.set(environmentId, pot);
      return { jar: pot, trouble: null };
    },
  };
}

function memoryPot(jar: CookieJar): CookiePot {
  return { cookiesFor: (url) => jar.cookiesFor(url), keep: (url, lines) => jar.keep(url, lines).kept };
}
