import { isIP } from 'node:net';
import { type Cookie, getPublicSuffix } from 'tough-cookie';

/**
 * The cookie with the domain that browsers give it; `null` where they refuse it. A domain that is a public suffix, an
 * address or a name without a dot means the host alone, and only where it is the host (RFC 6265 §5.3, step 5).
 */
export function withBrowserDomain(cookie: Cookie, url: URL): Cookie | null {
  const { domain } = cookie;
  if (domain === null || domain === '') return cookie;
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const isOneHost = isIP(domain) !== 0 || !domain.includes('.') || isPublicSuffix(domain);
  if (!isOneHost) return cookie;
  if (domain !== host) return null;
  cookie.domain = null;
  return cookie;
}

function isPublicSuffix(domain: string): boolean {
  const suffix = getPublicSuffix(domain, { allowSpecialUseDomain: true, ignoreError: true });
  return suffix === undefined;
}
