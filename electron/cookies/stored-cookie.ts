import { Cookie } from 'tough-cookie';
import { z } from 'zod';
import { cookieFactsSchema } from '#shared/cookies/cookie-view.ts';

/** A cookie as the vault keeps it, value included: all of it is encrypted. */
export const storedCookieSchema = cookieFactsSchema.extend({ value: z.string(), created: z.iso.datetime() });

const storedJarSchema = z.strictObject({ v: z.literal(1), cookies: z.array(storedCookieSchema) });

export type StoredCookie = z.infer<typeof storedCookieSchema>;

/** The text of a jar for the vault. */
export function storedJar(cookies: readonly StoredCookie[]): string {
  return JSON.stringify({ v: 1, cookies });
}

/** The cookies of a text from the vault; `null` where it is not one of ours. */
export function cookiesOfStoredJar(text: string): readonly StoredCookie[] | null {
  try {
    return storedJarSchema.parse(JSON.parse(text)).cookies;
  } catch {
    // Errors of JSON and of schemas quote what they were given.
    return null;
  }
}

/** A cookie of the jar as a plain object. */
export function storedCookie(cookie: Cookie): StoredCookie {
  const { creation, domain, expires, hostOnly, httpOnly, key, path, sameSite, secure, value } = cookie;
  return {
    name: key,
    value,
    domain: domain ?? '',
    path: path ?? '/',
    hostOnly: hostOnly ?? true,
    expires: expires instanceof Date ? expires.toISOString() : null,
    secure,
    httpOnly,
    sameSite: sameSites.find((each) => each === sameSite) ?? null,
    created: (creation instanceof Date ? creation : new Date()).toISOString(),
  };
}

const sameSites = ['strict', 'lax', 'none'] as const;

/** The cookie of the jar that a plain object stands for. */
export function toughCookie(stored: StoredCookie): Cookie {
  const { created, expires, name, ...rest } = stored;
  return new Cookie({
    ...rest,
    key: name,
    sameSite: stored.sameSite ?? undefined,
    expires: expires === null ? 'Infinity' : new Date(expires),
    creation: new Date(created),
    lastAccessed: new Date(created),
  });
}

/** What tells a cookie of a jar from the others, as one text. */
export function cookieId({ domain, key, path }: Cookie): string {
  return JSON.stringify([domain, path, key]);
}
