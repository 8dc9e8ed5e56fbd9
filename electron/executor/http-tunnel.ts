import http from 'node:http';
import type { Socket } from 'node:net';
import type { ProxyCredentials, ProxyRoute } from '#shared/request/prepared-proxy.ts';
import { proxyLabel } from '#shared/request/proxy-server.ts';
import { ProxyRefusal } from './proxy-refusal.ts';

/** Where a proxy is asked to connect to; IPv6 without brackets. */
export interface TunnelTarget {
  readonly host: string;
  readonly port: number;
}

/** What an answer to CONNECT may have before its end; a proxy that says more is none. */
const answerLimitBytes = 64 * 1024;

/**
 * Asks an HTTP proxy for a tunnel (RFC 9110 §9.3.6) on a connection that stands. The credentials go into this head alone,
 * which the proxy keeps; what is sent through the tunnel later never holds them.
 */
export function openHttpTunnel(
  socket: Socket,
  target: TunnelTarget,
  { credentials }: ProxyRoute,
): Promise<void> {
  const authority = proxyLabel(target);
  const headers = ['Host', authority];
  if (credentials !== null) headers.push('Proxy-Authorization', proxyAuthorization(credentials));
  return new Promise((resolve, reject) => {
    const request = http.request({
      method: 'CONNECT',
      path: authority,
      headers,
      createConnection: () => socket,
      maxHeaderSize: answerLimitBytes,
      insecureHTTPParser: false,
    });
    request.on('connect', (response, _socket, head) => {
      const refusal = refusalOf(response.statusCode ?? 0);
      if (refusal !== null) {
        reject(refusal);
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve();
    });
    // Any other kind of answer leaves the connection with the proxy.
    request.on('response', () => reject(new ProxyRefusal('proxy-malformed')));
    request.on('upgrade', () => reject(new ProxyRefusal('proxy-malformed')));
    request.on('error', reject);
    request.on('close', () => reject(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })));
    request.end();
  });
}

/** The value of `Proxy-Authorization` (RFC 7617, in UTF-8). */
export function proxyAuthorization({ password, userName }: ProxyCredentials): string {
  return `Basic ${Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')}`;
}

/** Some proxies answer bad credentials with 401. */
function refusalOf(statusCode: number): ProxyRefusal | null {
  if (statusCode >= 200 && statusCode <= 299) return null;
  const isAboutCredentials = statusCode === 407 || statusCode === 401;
  return new ProxyRefusal(
    isAboutCredentials ? 'proxy-authentication-required' : 'proxy-refused',
    String(statusCode),
  );
}
