import type { SentCookie } from '../cookies/sent-cookie.ts';
import type { PreparedHeader, PreparedRequest } from './prepared-request.ts';

/**
 * The request with the cookies of a jar, in one `Cookie` header (RFC 6265 §5.4): behind what the person wrote into such a
 * header, which wins where names are the same.
 *
 * Made anew for every hop and never handed on to the next: a jar decides for each address by itself.
 */
export function withCookies(request: PreparedRequest, cookies: readonly SentCookie[]): PreparedRequest {
  const written = request.headers.filter(isCookieHeader);
  const names = new Set(written.flatMap(({ value }) => cookieNames(value)));
  const fromJar = cookies.filter(({ name }) => !names.has(name));
  if (fromJar.length === 0 && written.length < 2) return request;
  const line = cookieLine(written, fromJar);
  const [first] = written;
  const headers =
    first === undefined
      ? [...request.headers, line]
      : request.headers
          .filter((header) => header === first || !written.includes(header))
          .map((header) => (header === first ? line : header));
  return { ...request, headers };
}

function cookieLine(written: readonly PreparedHeader[], fromJar: readonly SentCookie[]): PreparedHeader {
  const texts = [
    ...written.map(({ value }) => value),
    ...fromJar.map(({ name, value }) => `${name}=${value}`),
  ];
  return {
    name: written[0]?.name ?? 'Cookie',
    value: texts.filter((text) => text.trim() !== '').join('; '),
    from: written[0]?.from ?? 'cookie-jar',
    holdsSecret: true,
    cookies: { written, fromJar },
  };
}

function isCookieHeader({ name }: PreparedHeader): boolean {
  return name.toLowerCase() === 'cookie';
}

function cookieNames(value: string): readonly string[] {
  return value.split(';').map((pair) => (pair.split('=')[0] ?? '').trim());
}
