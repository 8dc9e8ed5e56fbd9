import type { PreparedHeader } from '#shared/request/prepared-request.ts';
import type { CallFailure } from './call-failure.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import type { PhaseTiming } from './phase-timeline.ts';

/** A request as it left, with what the connection itself needed. It holds secrets: mask it before it is shown or stored. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** Every line of the head, in order; `generated` are also `Host`, `Content-Length` and `Connection`. */
  readonly headers: readonly PreparedHeader[];
  readonly bodySizeBytes: number;
}

/** The head of a response, before anything is read into it. */
export interface ResponseHead {
  readonly statusCode: number;
  readonly reason: string;
  readonly httpVersion: string;
  /** Name and value in turn, in the order and case of the wire; bytes as Latin-1 characters. */
  readonly rawHeaders: readonly string[];
  /** The wall clock when the head was complete, in milliseconds since 1970. */
  readonly receivedAtMs: number;
}

/** The connection that carried an exchange. */
export interface ConnectionFacts {
  /** Kept open from an earlier exchange: no name lookup, no connecting, no handshake. */
  readonly reused: boolean;
  readonly remoteAddress: string | null;
  readonly remotePort: number | null;
  /** For example `TLSv1.3`; `null` without TLS. */
  readonly tlsVersion: string | null;
  /** The certificate of the handshake; `null` without TLS and on a connection that is used again. */
  readonly certificate: CertificateFacts | null;
}

/** One request and what came of it. A redirect makes another exchange of the same attempt. */
export interface ExchangeRecord {
  /** From 1 within its attempt. */
  readonly exchange: number;
  readonly request: SentRequest;
  /** The wall clock, in milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly timings: readonly PhaseTiming[];
  readonly tookMs: number;
  /** `null` where none was made. */
  readonly connection: ConnectionFacts | null;
  /** Bytes of this exchange on the connection, heads included and before unpacking. */
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly head: ResponseHead | null;
  /** Where it was sent on, and the names of the headers that stayed behind. */
  readonly redirect: ExchangeRedirect | null;
  readonly failure: CallFailure | null;
}

/** Where a response sent the call on, and the names of the headers that stayed behind, in lower case. */
export interface ExchangeRedirect {
  readonly to: string;
  readonly dropped: readonly string[];
}
