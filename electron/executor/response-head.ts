import type { IncomingMessage } from 'node:http';
import type { ResponseHead } from './exchange-record.ts';

/** The head of a response as Node read it. @param receivedAtMs the wall clock */
export function responseHead(response: IncomingMessage, receivedAtMs: number): ResponseHead {
  const { httpVersion, rawHeaders, statusCode = 0, statusMessage: reason = '' } = response;
  return { statusCode, reason, httpVersion, rawHeaders, receivedAtMs };
}
