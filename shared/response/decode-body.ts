import { readJson } from '../value/read-json.ts';
import type { Value } from '../value/value.ts';
import { announcesJson, type ContentType, kindOfContent, readContentType } from './content-type.ts';
import { decodeText, decodeUtf8, validUtf8Prefix } from './decode-text.ts';
import { eventStreamValue, isEventStream } from './event-stream.ts';

/** A complete body as it came off the wire, after unpacking. */
export interface ReceivedBody {
  readonly method: string;
  readonly statusCode: number;
  /** The `Content-Type` header. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  /** Whether the bytes are still packed in a way that nobody here can unpack. */
  readonly stillPacked: boolean;
  /** Read it as JSON whatever its type says. */
  readonly parseAsJson: boolean;
}

/** What a body is. `text` is the body's text after charset and without a byte order mark. */
export type DecodedBody =
  | { readonly type: 'none' }
  | { readonly type: 'json'; readonly value: Value; readonly text: string }
  | { readonly type: 'text'; readonly text: string; readonly parseError: BodyParseError | null }
  /** A stream of events, read to its end: their list. */
  | { readonly type: 'events'; readonly value: readonly Value[]; readonly text: string }
  /** `contentType` is `type/subtype` in lower case. */
  | { readonly type: 'binary'; readonly contentType: string | null; readonly bytes: Uint8Array };

/** Where announced JSON stopped being JSON; line and column from 1, in UTF-16 units. */
export type BodyParseError = { readonly message: string; readonly line: number; readonly column: number };

/** Decides what a body is and reads it (SEMANTICS, Response variable, `body`). */
export function decodeBody(received: ReceivedBody): DecodedBody {
  if (hasNoContent(received.method, received.statusCode)) return { type: 'none' };
  const type = readContentType(received.contentType);
  if (isEventStream(type) && !received.parseAsJson && !received.stillPacked)
    return decodeEvents(received.bytes);
  if (received.bytes.length === 0) return { type: 'none' };
  if (received.stillPacked) return binary(received.bytes, type);
  return received.parseAsJson || announcesJson(type)
    ? decodeJson(received.bytes, type)
    : decodeOther(received.bytes, type);
}

/** Whether the answer to a request has no content by definition, whatever its headers say and whatever bytes come. */
export function hasNoContent(method: string, statusCode: number): boolean {
  return method.toUpperCase() === 'HEAD' || [204, 205, 304].includes(statusCode);
}

function decodeJson(bytes: Uint8Array, type: ContentType | null): DecodedBody {
  const { text, assumed } = decodeText(bytes, type?.charset ?? null);
  // windows-1252 fits any bytes, so it proves nothing: JSON must say that it is not UTF-8.
  if (assumed) return { type: 'text', text, parseError: notUtf8(bytes) };
  const json = readJson(text);
  if (json.ok) return { type: 'json', value: json.value, text };
  const { message, line, column } = json.failure;
  return { type: 'text', text, parseError: { message, line, column } };
}

/** A stream without an event is an empty list. */
function decodeEvents(bytes: Uint8Array): DecodedBody {
  return { type: 'events', value: eventStreamValue(bytes), text: new TextDecoder().decode(bytes) };
}

function decodeOther(bytes: Uint8Array, type: ContentType | null): DecodedBody {
  if (!isText(bytes, type)) return binary(bytes, type);
  return { type: 'text', text: decodeText(bytes, type?.charset ?? null).text, parseError: null };
}

function binary(bytes: Uint8Array, type: ContentType | null): DecodedBody {
  return { type: 'binary', contentType: type?.essence ?? null, bytes };
}

function notUtf8(bytes: Uint8Array): BodyParseError {
  const lines = validUtf8Prefix(bytes).split(/\r\n|\r|\n/);
  return {
    message: 'The body is not valid UTF-8 here, and no other charset is announced.',
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
  };
}

function isText(bytes: Uint8Array, type: ContentType | null): boolean {
  const kind = kindOfContent(type);
  return kind === 'open' ? !bytes.includes(0) && decodeUtf8(bytes) !== null : kind === 'text';
}
