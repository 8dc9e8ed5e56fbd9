import type { Cookie } from 'tough-cookie';

/** What browsers take at most: bytes of name and value, cookies of one domain, cookies of one jar (RFC 6265 §6.1). */
export const cookieLimits = { bytes: 4096, ofDomain: 180, ofJar: 3000 } as const;

/** Characters of a header are bytes, so they are counted as they are. */
export function isCookieTooLarge({ key, value }: Cookie): boolean {
  return key.length + value.length > cookieLimits.bytes;
}

/** The cookies that have to go for the rest to fit, those first that were used longest ago. */
export function cookiesTooMany(cookies: readonly Cookie[]): readonly Cookie[] {
  const byDomain = new Map<string, Cookie[]>();
  for (const cookie of cookies) {
    const domain = cookie.domain ?? '';
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), cookie]);
  }
  const ofDomains = [...byDomain.values()].flatMap((some) => oldest(some, cookieLimits.ofDomain));
  const rest = cookies.filter((cookie) => !ofDomains.includes(cookie));
  return [...ofDomains, ...oldest(rest, cookieLimits.ofJar)];
}

function oldest(cookies: readonly Cookie[], limit: number): readonly Cookie[] {
  if (cookies.length <= limit) return [];
  return [...cookies].sort((one, other) => usedAt(one) - usedAt(other)).slice(0, cookies.length - limit);
}

function usedAt({ creationIndex, lastAccessed }: Cookie): number {
  // Cookies of one response are of one instant: the earlier of them goes first.
  const at = lastAccessed instanceof Date ? lastAccessed.getTime() : 0;
  return at + creationIndex / 1e9;
}
