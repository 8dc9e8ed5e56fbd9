import type { CallExceptionCode } from '../response/call-statuses.ts';

/** What makes a header value impossible to send. */
export interface HeaderValueProblem {
  readonly code: Extract<CallExceptionCode, `header-value-${string}`>;
  /** The character that is to blame: itself where it can be seen, else as `U+000A`. */
  readonly character: string;
  /** Its place in the value, in UTF-16 units from 0. */
  readonly offset: number;
}

/**
 * The first character of a header value that may not be sent, or `null`. A tab may, and so may everything in Latin-1
 * that is no control character (RFC 9110 §5.5); HTTP libraries drop the others without a word.
 */
export function headerValueProblem(value: string): HeaderValueProblem | null {
  const offset = value.search(/[^\t\x20-\x7e\x80-\xff]/);
  if (offset < 0) return null;
  const point = value.codePointAt(offset) ?? 0;
  if (point === 0x0d || point === 0x0a || point === 0)
    return { code: 'header-value-line-break', character: codePointName(point), offset };
  if (point <= 0xff)
    return { code: 'header-value-control-character', character: codePointName(point), offset };
  return { code: 'header-value-not-latin1', character: String.fromCodePoint(point), offset };
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
  'transfer-encoding',
  'upgrade',
]);

function codePointName(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
