import { goesDirect } from '#shared/request/goes-direct.ts';
import type { PreparedProxy, ProxyRoute } from '#shared/request/prepared-proxy.ts';
import type { CallStop } from './call-stop.ts';
import { startLongTimer } from './long-timer.ts';
import type { SystemProxy } from './system-proxy.ts';

/** What bounds the question for the system's proxy, which a script may answer late or never. */
export interface RouteLimits {
  readonly stop: CallStop;
  readonly connectMs: number;
}

/**
 * The proxy that an exchange goes through; `null` is straight.
 *
 * Each hop of a redirect asks again. A system that does not say within the connect clock counts as one without a proxy, as
 * in browsers; a stop ends the wait, and the exchange that follows sees it.
 */
export async function findRoute(
  url: URL,
  proxy: PreparedProxy | undefined,
  system: SystemProxy | undefined,
  limits: RouteLimits,
): Promise<ProxyRoute | null> {
  if (proxy === undefined || proxy.mode === 'none') return null;
  if (proxy.mode === 'manual') return goesDirect(url, proxy.noProxy) ? null : proxy.route;
  return system === undefined ? null : unlessLate(Promise.resolve(system(url)), limits);
}

async function unlessLate(
  route: Promise<ProxyRoute | null>,
  { connectMs, stop }: RouteLimits,
): Promise<ProxyRoute | null> {
  let end = (): void => undefined;
  const ended = new Promise<null>((resolve) => {
    end = () => resolve(null);
  });
  const timer = startLongTimer(connectMs, end);
  stop.signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([ended, route]);
  } finally {
    timer.stop();
    stop.signal.removeEventListener('abort', end);
  }
}
