import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';

/**
 * How an exchange travels: `direct` to the target, `forward` as a whole request that an HTTP proxy passes on (RFC 9112
 * §3.2.2), or through a `tunnel` that a proxy opens, in which it sees nothing but bytes.
 */
export type ProxyWay = 'direct' | 'forward' | 'tunnel';

export function proxyWay(url: URL, route: ProxyRoute | null): ProxyWay {
  if (route === null) return 'direct';
  const { scheme } = route.server;
  return url.protocol === 'http:' && (scheme === 'http' || scheme === 'https') ? 'forward' : 'tunnel';
}
