import type { CallExceptionCode, StatusPlaceholders } from '../response/call-statuses.ts';

/** Why rendered parts make no address; the placeholders may hold values and so secrets. */
export interface UrlProblem {
  readonly code: Extract<CallExceptionCode, `url-${string}`>;
  readonly placeholders: StatusPlaceholders;
}

/**
 * Looks for what the URL parser would repair or accept and we ask about instead: a missing scheme, slash or host, user
 * information, a scheme that is not for calls. `null` where only the parser can find more.
 */
export function checkBaseUrl(text: string): UrlProblem | null {
  const [, scheme = '', slashes = '', authority = ''] = addressStart.exec(text) ?? [];
  const isWeb = /^https?$/i.test(scheme);
  if (slashes !== '//' || scheme === '') return invalid(text, isWeb);
  if (!isWeb) return { code: 'url-scheme-unsupported', placeholders: { scheme: scheme.toLowerCase() } };
  if (authority.includes('@')) return { code: 'url-userinfo', placeholders: {} };
  if (/^(?::\d*)?$/.test(authority))
    return { code: 'url-host-missing', placeholders: { expression: hostPart } };
  return null;
}

/** What a sentence calls a host that no expression was meant to give. */
export const hostPart = 'the part after //';

/** Where scheme and host of an address end; its whole length where there is nothing behind them. */
export function authorityEnd(text: string): number {
  return /^\s*[a-z][a-z0-9+.-]*:[\\/]*[^\\/?#]*/i.exec(text)?.[0].length ?? text.length;
}

const addressStart = /^(?:([a-z][a-z0-9+.-]*):)?([\\/]{0,2})([^\\/?#]*)/i;

function invalid(url: string, isWeb: boolean): UrlProblem {
  const missing = isWeb ? 'two slashes must follow the scheme' : 'http:// or https:// is missing';
  const detail = url === '' ? 'it is empty' : missing;
  return { code: 'url-invalid', placeholders: { url, detail } };
}
