import type { PreparedHeader, PreparedRequest } from './prepared-request.ts';
import { tlsAtOtherOrigin } from './prepared-tls.ts';

/** The request that a redirect makes of another, and what it left behind. */
export interface RedirectedRequest {
  readonly request: PreparedRequest;
  readonly sameOrigin: boolean;
  /**
   * Names of the headers that only the first origin may see, in lower case and without repeats; also `client certificate`,
   * which no header can be called.
   */
  readonly dropped: readonly string[];
}

/**
 * The next request of a chain: method and body by RFC 9110 §15.4, credentials by SEMANTICS, Secrets.
 *
 * Only the previous request is looked at, never the first one: so what was dropped once does not come back, also not
 * when the chain returns to where it began.
 */
export function redirectedRequest(
  request: PreparedRequest,
  url: string,
  statusCode: number,
): RedirectedRequest {
  const sameOrigin = new URL(url).origin === new URL(request.url).origin;
  const method = methodAfter(request.method, statusCode);
  const bodyStays = method === request.method && statusCode !== 303;
  const left = sameOrigin ? [] : request.headers.filter(belongsToItsOrigin);
  const headers = request.headers.filter(
    (header) => !left.includes(header) && (bodyStays || !describesContent(header)),
  );
  const { tls } = request;
  const leavesCertificate = !sameOrigin && (tls?.clientCertificate ?? null) !== null;
  const next = { method, url, headers, body: bodyStays ? request.body : noBody };
  return {
    request: tls === undefined ? next : { ...next, tls: sameOrigin ? tls : tlsAtOtherOrigin(tls) },
    sameOrigin,
    dropped: [
      ...new Set(left.map((header) => header.name.toLowerCase())),
      ...(leavesCertificate ? ['client certificate'] : []),
    ],
  };
}

const noBody = { type: 'none' } as const;

/** 303 asks for another resource; of 301 and 302 only POST changes, as every client does (RFC 9110 §15.4.2). */
function methodAfter(method: string, statusCode: number): string {
  if (statusCode === 303) return method === 'HEAD' ? method : 'GET';
  return method === 'POST' && (statusCode === 301 || statusCode === 302) ? 'GET' : method;
}

const credentialHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

function belongsToItsOrigin(header: PreparedHeader): boolean {
  const { from, holdsSecret, name } = header;
  return (
    from === 'credential' || from === 'endpoint' || holdsSecret || credentialHeaders.has(name.toLowerCase())
  );
}

function describesContent(header: PreparedHeader): boolean {
  return header.name.toLowerCase().startsWith('content-');
}
