import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import { proxyLabel } from '#shared/request/proxy-server.ts';
import { Dial, type DialWatch } from './dial.ts';
import type { ExchangeConnection } from './exchange-connection.ts';
import type { ConnectingStep } from './exchange-progress.ts';
import { bareHost } from './open-request.ts';
import { proxyWay } from './proxy-way.ts';

/** The way of one exchange to its target, and how far the proxy has to do with what happens on it. */
export class ExchangeWay {
  readonly url: URL;
  readonly route: ProxyRoute | null;
  /** Makes the connection where a proxy opens a tunnel; `null` where the agent connects by itself. */
  readonly dial: Dial | null;
  readonly #isForwarded: boolean;

  constructor(url: URL, route: ProxyRoute | null, watch: DialWatch) {
    this.url = url;
    this.route = route;
    const way = proxyWay(url, route);
    this.#isForwarded = way === 'forward';
    this.dial = way === 'tunnel' ? new Dial(watch) : null;
  }

  /** What making a new connection begins with; `socks5` looks the target's name up before anything else. */
  get firstStep(): ConnectingStep {
    return firstStep(this.url, this.route);
  }

  /** A tunnel to a plain address: nothing is to be done once it stands. */
  get isReadyTunnel(): boolean {
    return this.dial !== null && this.url.protocol === 'http:';
  }

  /** `host:port` of the proxy, as long as nobody else has to do with the connection. */
  concernedProxy(connection: ExchangeConnection | null): string | null {
    if (this.route === null) return null;
    const isPast = this.#isForwarded ? (connection?.facts ?? null) !== null : connection !== null;
    return isPast ? null : proxyLabel(this.route.server);
  }

  /**
   * The proxy that answers in place of the target because it wants credentials. With a whole request 407 can come from
   * nobody else; tinyproxy says 401, which is its own where it did not pass it on (RFC 9110 §7.6.3).
   */
  refusingProxy({ headers, statusCode }: IncomingMessage): string | null {
    if (this.route === null || !this.#isForwarded) return null;
    const isOwn = headers.via === undefined && /^tinyproxy\b/i.test(String(headers.server));
    return statusCode === 407 || (statusCode === 401 && isOwn) ? proxyLabel(this.route.server) : null;
  }
}

function firstStep(url: URL, route: ProxyRoute | null): ConnectingStep {
  const target = bareHost(url);
  const isOwnLookup = route === null || (route.server.scheme === 'socks5' && isIP(target) === 0);
  return isIP(isOwnLookup ? target : route.server.host) === 0 ? 'dns' : 'connect';
}
