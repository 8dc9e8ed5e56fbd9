import { STATUS_CODES } from 'node:http';
import type { FixtureHeader } from '#shared/fixture/fixture.ts';

/** An answer before it is bytes. */
export interface StoredAnswer {
  readonly statusCode: number;
  /** Absent, the words of the standard. */
  readonly reason?: string | undefined;
  readonly headers: readonly FixtureHeader[];
  readonly body: Uint8Array;
}

/** An answer as it goes over the wire. */
export interface AnswerBytes {
  readonly head: Uint8Array;
  /** Framed as the headers say. */
  readonly body: Uint8Array;
  /** Whether only the end of the connection says where the body ends. */
  readonly endsByClosing: boolean;
}

/**
 * Writes a stored answer as HTTP/1.1 (RFC 9112). How long the body is said to be follows the answer's own headers, so that
 * they come out as they were stored: `Transfer-Encoding: chunked` makes one chunk of it, a `Content-Length` gets the right
 * number, and without either the connection ends after it. What cannot stand in a head (a name that is none, a line end
 * in a value) is left out, since nobody could have received it.
 *
 * @param method a HEAD has the headers and no body
 */
export function answerBytes(answer: StoredAnswer, method: string): AnswerBytes {
  const { body, statusCode } = answer;
  const headers = sentHeaders(answer.headers);
  const isBare = method === 'HEAD' || statusCode === 204 || statusCode === 304;
  if (isBare) return { head: headOf(answer, headers), body: noBytes, endsByClosing: false };
  if (headers.some(isChunked)) {
    const others = headers.filter((header) => !isNamed(header, 'content-length'));
    return { head: headOf(answer, others), body: chunked(body), endsByClosing: false };
  }
  const counted = headers.map((header) =>
    isNamed(header, 'content-length') ? { ...header, value: String(body.byteLength) } : header,
  );
  const endsByClosing = !headers.some((header) => isNamed(header, 'content-length'));
  return { head: headOf(answer, counted), body, endsByClosing };
}

const noBytes = new Uint8Array();

/** RFC 9110 §5.6.2. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

function sentHeaders(headers: readonly FixtureHeader[]): readonly FixtureHeader[] {
  return headers.filter(({ enabled, name }) => enabled && token.test(name));
}

function isNamed({ name }: FixtureHeader, lowerCase: string): boolean {
  return name.toLowerCase() === lowerCase;
}

function isChunked(header: FixtureHeader): boolean {
  return isNamed(header, 'transfer-encoding') && /(^|,)\s*chunked\s*$/i.test(header.value);
}

function headOf({ reason, statusCode }: StoredAnswer, headers: readonly FixtureHeader[]): Uint8Array {
  const words = reason ?? STATUS_CODES[statusCode] ?? '';
  const lines = headers.map(({ name, value }) => `${name}: ${oneLine(value)}`);
  const text = [`HTTP/1.1 ${String(statusCode)} ${oneLine(words)}`, ...lines, '', ''].join('\r\n');
  // What is read byte by byte is written so; other letters can only have been UTF-8.
  // eslint-disable-next-line no-control-regex -- the letters of Latin-1 are what this asks about
  return /[^\u0000-\u00ff]/.test(text) ? Buffer.from(text, 'utf8') : Buffer.from(text, 'latin1');
}

function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- what would end the line or the head is taken out
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f]+/g, ' ');
}

function chunked(body: Uint8Array): Uint8Array {
  const end = Buffer.from('0\r\n\r\n', 'latin1');
  if (body.byteLength === 0) return end;
  const size = Buffer.from(`${body.byteLength.toString(16)}\r\n`, 'latin1');
  return Buffer.concat([size, body, Buffer.from('\r\n', 'latin1'), end]);
}
