import { assertNever } from '#shared/outcome/assert-never.ts';
import type { Fault, FaultOf } from '#shared/stand-in/fault.ts';
import { readJson } from '#shared/value/read-json.ts';
import { answerBytes, type StoredAnswer } from './answer-bytes.ts';
import { scriptOfTlsFault } from './script-of-tls-fault.ts';
import { endOf, wholeAnswer } from './script-of-fixture.ts';
import type { AnswerPiece, StandInScript } from './stand-in-script.ts';

/** A fault that is played at a socket; an exception never comes so far. */
export type PlayedFault = Exclude<Fault, FaultOf<'exception'>>;

/** What the socket of an exchange does for a fault to come about, as a server or a network would bring it about. */
export function scriptOfFault(fault: PlayedFault, url: URL, method: string, nowMs: number): StandInScript {
  switch (fault.kind) {
    case 'status':
    case 'malformed-json':
      return wholeAnswer(answerOf(fault), method, 0);
    case 'latency':
      return wholeAnswer(answerOf(fault), method, fault.delayMs);
    case 'cut-body':
      return cutAnswer(answerOf(fault));
    case 'slow-drip':
      return drippingAnswer(answerOf(fault), method, fault.overMs);
    case 'timeout':
      return silenceOf(fault);
    case 'dns':
      return broken('dns', 'ENOTFOUND', 'getaddrinfo');
    case 'refused':
      return broken('connect', 'ECONNREFUSED', 'connect');
    case 'reset':
      return { type: 'break', error: { code: 'ECONNRESET', syscall: 'read', message: 'read ECONNRESET' } };
    case 'tls':
      return scriptOfTlsFault(fault.trouble, url, nowMs);
    default:
      return assertNever(fault);
  }
}

type AnsweringFault = FaultOf<'status' | 'malformed-json' | 'cut-body' | 'slow-drip' | 'latency'>;

function answerOf(fault: AnsweringFault): StoredAnswer {
  const isJson = fault.kind === 'malformed-json' || readJson(fault.body).ok;
  const retryAfterS = fault.kind === 'status' ? fault.retryAfterS : undefined;
  const body = Buffer.from(fault.body, 'utf8');
  // No response of these has a body, so none says how long it is (RFC 9110 §8.6).
  const isCounted = fault.statusCode !== 204 && fault.statusCode !== 304;
  const headers = [
    ['Content-Type', isJson ? 'application/json' : 'text/plain; charset=utf-8'],
    ...(retryAfterS === undefined ? [] : [['Retry-After', String(retryAfterS)]]),
    ...(isCounted ? [['Content-Length', String(body.byteLength)]] : []),
  ] as const;
  return {
    statusCode: fault.statusCode,
    headers: headers.map(([name = '', value = '']) => ({ name, value, enabled: true })),
    body,
  };
}

/** The head promises more than comes: half of the body, then the connection ends. An empty body promises one byte. */
function cutAnswer(answer: StoredAnswer): StandInScript {
  const { body } = answer;
  const promised = body.byteLength === 0 ? Buffer.from(' ') : body;
  // A body is promised whatever the method and the code are: what has none cannot be cut.
  const { head } = answerBytes({ ...answer, body: promised }, 'GET');
  const bytes = Buffer.concat([head, body.subarray(0, Math.floor(body.byteLength / 2))]);
  return { type: 'answer', pieces: [{ afterMs: 0, bytes }], then: 'ends', strikes: null };
}

/** More pieces nobody would see, and timers that are too close only cost. */
const mostPieces = 50;

function drippingAnswer(answer: StoredAnswer, method: string, overMs: number): StandInScript {
  const bytes = answerBytes(answer, method);
  const count = Math.min(mostPieces, bytes.body.byteLength);
  const drops = Array.from({ length: count }, (_, at): AnswerPiece => ({
    afterMs: overMs / count,
    bytes: bytes.body.subarray(share(at, count, bytes), share(at + 1, count, bytes)),
  }));
  const pieces = [{ afterMs: 0, bytes: bytes.head }, ...drops];
  return { type: 'answer', pieces, then: endOf(bytes), strikes: null };
}

function share(at: number, count: number, { body }: { readonly body: Uint8Array }): number {
  return Math.floor((at * body.byteLength) / count);
}

function silenceOf({ clock, inRealTime }: FaultOf<'timeout'>): StandInScript {
  const strikes = inRealTime ? null : 'running';
  switch (clock) {
    case 'connect':
      return { type: 'silence', from: 'connecting', strikes };
    case 'response':
      return { type: 'silence', from: 'sent', strikes };
    case 'total':
      return { type: 'silence', from: 'sent', strikes: 'total' };
    case 'idle':
      return { type: 'answer', pieces: [{ afterMs: 0, bytes: begunBody() }], then: 'silence', strikes };
    default:
      return assertNever(clock);
  }
}

/** A head that promises a body, and its first byte: the idle clock runs. */
function begunBody(): Uint8Array {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 64\r\n\r\n';
  return Buffer.from(`${head}{`, 'latin1');
}

function broken(at: 'dns' | 'connect', code: string, syscall: string): StandInScript {
  const error = { code, syscall, message: `${syscall} ${code}` };
  return { type: 'no-connection', at, error, handshake: null };
}
