import { failed, type Outcome, succeeded } from '../outcome/outcome.ts';
import type { CallErrorCode } from '../response/call-statuses.ts';
import { isAddress } from './is-address.ts';

/** Where a redirect points to, without its fragment, which is never sent. */
export interface RedirectTarget {
  readonly url: string;
  readonly fragment: string | null;
}

/** Why a redirect is not followed; the 3xx is then the final response and the call an `error`. */
export interface RedirectRefusal {
  readonly code: Exclude<CallErrorCode, 'http-status'>;
  /** Where it pointed, without user information; `null` where it pointed nowhere. */
  readonly location: string | null;
  /** The host it pointed to, with a port other than the scheme's own, where there is one. */
  readonly otherHost: string | null;
}

/**
 * Reads where the `Location` headers of a redirect point to (RFC 9110 §10.2.2), or why nobody can go there.
 *
 * @param locations every `Location` as it came, one Latin-1 character per byte
 * @param from the address that was asked
 */
export function redirectTarget(
  locations: readonly string[],
  from: string,
): Outcome<RedirectTarget, RedirectRefusal> {
  const [location = '', ...others] = new Set(locations.map((text) => utf8OrLatin1(text.trim())));
  if (others.length > 0) return refused('redirect-location-invalid', [location, ...others].join(', '));
  if (location === '') return refused('redirect-location-missing', null);
  if (!isAddress(location, from)) return refused('redirect-location-invalid', location);
  const url = new URL(location, from);
  if (!isWebAddress(url)) return refused('redirect-scheme-unsupported', location);
  if (holdsUserInfo(url, location))
    return refused('redirect-userinfo', `${url.origin}${url.pathname}`, url.host);
  const fragment = url.hash === '' ? null : url.hash.slice(1);
  url.hash = '';
  return succeeded({ url: url.href, fragment });
}

function isWebAddress(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

/** The parser drops an empty user name, but an at sign before the host is a classic disguise. */
function holdsUserInfo(url: URL, text: string): boolean {
  const written = /^(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}[^\\/?#]*@/i.test(text);
  return written || url.username !== '' || url.password !== '';
}

function refused(code: RedirectRefusal['code'], location: string | null, otherHost: string | null = null) {
  return failed({ code, location: location?.replace(/\/\/[^/?#]*@/g, '//') ?? null, otherHost });
}

/** Node hands header bytes on as Latin-1, but servers mostly write UTF-8 into `Location`. */
function utf8OrLatin1(text: string): string {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return text;
  }
}
