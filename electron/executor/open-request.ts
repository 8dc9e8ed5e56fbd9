import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import { proxyLabel } from '#shared/request/proxy-server.ts';
import type { Agents } from './agents.ts';
import type { Dial } from './dial.ts';
import type { SentRequest } from './exchange-record.ts';
import { proxyWay } from './proxy-way.ts';
import { flatHeaders } from './request-head.ts';
import type { TlsContext } from './tls-context.ts';

/** The largest head of a response that is read; Node's own 16 kB are too few for some single-sign-on servers. */
export const headerLimitBytes = 64 * 1024;

/** Where a request goes, and which way. */
export interface RequestWay {
  readonly url: URL;
  /** `null` is straight. */
  readonly route: ProxyRoute | null;
  /** Follows a connection that a proxy makes; `null` where none does. */
  readonly dial: Dial | null;
}

/**
 * Begins a request over node:http or node:https. Nothing is sent before the next turn of the event loop, so listeners
 * can still be attached. The head leaves exactly as given: order, case and repeats. A proxy that passes it on gets the
 * whole address as its target.
 */
export function openRequest(
  request: SentRequest,
  way: RequestWay,
  agents: Pick<Agents, 'agentFor'>,
  tls: TlsContext,
): ClientRequest {
  const { dial, route, url } = way;
  const travels = proxyWay(url, route);
  const isForwarded = travels === 'forward' && route !== null;
  const peer = isForwarded ? proxyUrl(route) : url;
  const client = peer.protocol === 'https:' ? https : http;
  const options: http.RequestOptions & { readonly dial: Dial | null } = {
    // A proxy that passes the request on is no target: what the endpoint asks of TLS is not for it.
    agent: agents.agentFor(peer, travels === 'tunnel' ? route : null, isForwarded ? undefined : tls),
    method: request.method,
    host: bareHost(peer),
    port: peer.port,
    path: isForwarded ? url.origin + url.pathname + url.search : url.pathname + url.search,
    headers: flatHeaders(request.headers),
    maxHeaderSize: headerLimitBytes,
    insecureHTTPParser: false,
    dial,
  };
  return client.request(options);
}

/** Where a proxy that passes requests on is reached. */
function proxyUrl({ server }: ProxyRoute): URL {
  return new URL(`${server.scheme}://${proxyLabel(server)}`);
}

/** The host as sockets take it: an IPv6 address without its brackets. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}
