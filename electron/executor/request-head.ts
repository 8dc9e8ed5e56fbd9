import type { PreparedHeader, PreparedRequest } from '#shared/request/prepared-request.ts';

/**
 * Every header line of a request in the order it is sent: `Host` first (RFC 9112 §3.2), the prepared headers as they are,
 * and what frames the body and the connection last. Nothing else is added below, so this list is what the server gets.
 *
 * @param host of the request's address, with a port other than the scheme's own
 * @param bodySizeBytes `null` where there is no body
 */
export function requestHead(
  request: PreparedRequest,
  host: string,
  bodySizeBytes: number | null,
): readonly PreparedHeader[] {
  const given = new Set(request.headers.map(({ name }) => name.toLowerCase()));
  const lengthText = contentLength(request.method, bodySizeBytes);
  const headers = request.headers.map((header) => withLength(header, lengthText));
  if (!given.has('host')) headers.unshift(generated('Host', host));
  if (lengthText !== null && !given.has('content-length'))
    headers.push(generated('Content-Length', lengthText));
  if (!given.has('connection')) headers.push(generated('Connection', 'keep-alive'));
  return headers;
}

/** The list as Node takes it to be sent unchanged: names and values in turn. */
export function flatHeaders(headers: readonly PreparedHeader[]): readonly string[] {
  const flat: string[] = [];
  for (const { name, value } of headers) flat.push(name, value);
  return flat;
}

/** Methods whose meaning is in their body say so also where it is empty (RFC 9110 §8.6). */
const methodsWithContent: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

function contentLength(method: string, bodySizeBytes: number | null): string | null {
  if (bodySizeBytes !== null) return String(bodySizeBytes);
  return methodsWithContent.has(method) ? '0' : null;
}

/** A length that came with the request gives way to the one that was counted: a wrong one would break the framing. */
function withLength(header: PreparedHeader, lengthText: string | null): PreparedHeader {
  if (lengthText === null || header.name.toLowerCase() !== 'content-length') return header;
  return { ...header, value: lengthText };
}

function generated(name: string, value: string): PreparedHeader {
  return { name, value, from: 'generated', holdsSecret: false };
}
