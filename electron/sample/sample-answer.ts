import type { ServerResponse } from 'node:http';
import { isValueObject } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';

/** What the sample API is asked. */
export interface SampleRequest {
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The request's body as text. */
  readonly body: string;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** What the route's path leaves open. */
  readonly parameters: readonly string[];
}

/** What it answers: a JSON value or nothing, under a status code. */
export interface SampleAnswer {
  readonly statusCode: number;
  readonly body: Value | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** A good answer. */
export function answer(body: Value, statusCode = 200): SampleAnswer {
  return { statusCode, body, headers: { 'content-type': 'application/json' } };
}

/** A problem with its title and detail (RFC 9457). */
export function problem(
  statusCode: number,
  title: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): SampleAnswer {
  const body = { type: 'about:blank', title, status: statusCode, detail };
  return { statusCode, body, headers: { 'content-type': 'application/problem+json', ...headers } };
}

/** The text that a JSON object has under a key, without white space around it; empty where there is none. */
export function memberText(value: Value, key: string): string {
  const member = isValueObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof member === 'string' ? member.trim() : '';
}

/** Sends an answer; to HEAD without its body, which Node leaves out by itself. */
export function sendAnswer(response: ServerResponse, { statusCode, body, headers }: SampleAnswer): void {
  const content = Buffer.from(body === undefined ? '' : writeJson(body), 'utf8');
  const own = { 'cache-control': 'no-store', 'content-length': content.byteLength };
  response.writeHead(statusCode, { ...own, ...headers });
  response.end(content);
}
