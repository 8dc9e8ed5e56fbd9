import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { SentRequest } from './exchange-record.ts';
import { flatHeaders } from './request-head.ts';

/** The largest head of a response that is read; Node's own 16 kB are too few for some single-sign-on servers. */
export const headerLimitBytes = 64 * 1024;

/**
 * Begins a request over node:http or node:https. Nothing is sent before the next turn of the event loop, so listeners
 * can still be attached. The head leaves exactly as given: order, case and repeats.
 */
export function openRequest(request: SentRequest, url: URL, agent: http.Agent): ClientRequest {
  const client = url.protocol === 'https:' ? https : http;
  return client.request({
    agent,
    method: request.method,
    host: bareHost(url),
    port: url.port,
    path: url.pathname + url.search,
    headers: flatHeaders(request.headers),
    maxHeaderSize: headerLimitBytes,
    insecureHTTPParser: false,
  });
}

/** The host as sockets take it: an IPv6 address without its brackets. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}
