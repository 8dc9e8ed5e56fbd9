import type { CallExceptionCode } from '../response/call-statuses.ts';

/** What makes a header value impossible to send. */
export interface HeaderValueProblem {
  readonly code: Extract<CallExceptionCode, `header-value-${string}`>;
  /** The code of the character to blame, such as `U+000A`; never the character itself, which belongs to a value. */
  readonly character: string;
}

/**
 * The first character of a header value that may not be sent, or `null`. A tab may, and so may everything in Latin-1
 * that is no control character (RFC 9110 §5.5); HTTP libraries drop the others without a word.
 */
export function headerValueProblem(value: string): HeaderValueProblem | null {
  const offset = value.search(/[^\t\x20-\x7e\x80-\xff]/);
  if (offset < 0) return null;
  const point = value.codePointAt(offset) ?? 0;
  const character = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  if (point === 0x0d || point === 0x0a || point === 0) return { code: 'header-value-line-break', character };
  return { code: point <= 0xff ? 'header-value-control-character' : 'header-value-not-latin1', character };
}

/** Whether a text is a header name, and likewise a method: a token (RFC 9110 §5.6.2). */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}

/**
 * Whether a header is made by the connection itself, so that a row may not set it. `Host` may be repeated as it is, but
 * not changed: another name there would send credentials to another virtual server.
 *
 * @param host host of the address with its port, as the URL standard writes it
 */
export function isReservedHeader(name: string, value: string, host: string): boolean {
  const lowerName = name.toLowerCase();
  if (lowerName === 'host') return value.trim().toLowerCase() !== host;
  return connectionHeaders.has(lowerName) || lowerName.startsWith('proxy-');
}

const connectionHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
