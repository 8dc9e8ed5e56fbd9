import type { HandshakeFacts } from '../handshake-facts.ts';
import type { SystemError } from '../system-error.ts';

/** How far a connection gets that never comes to stand. */
export type BrokenStep = 'dns' | 'connect' | 'tls';

/** Bytes of an answer, and how long after the bytes before them they come, in milliseconds. */
export interface AnswerPiece {
  readonly afterMs: number;
  readonly bytes: Uint8Array;
}

/** What a socket does that has no network behind it. */
export type StandInScript =
  /** The connection fails at a step with what Node would report there. */
  | {
      readonly type: 'no-connection';
      readonly at: BrokenStep;
      readonly error: SystemError;
      /** What the server showed before its certificate was refused. */
      readonly handshake: HandshakeFacts | null;
    }
  /** Nothing comes from here on; with `strikes` the clock that runs then strikes at once. */
  | {
      readonly type: 'silence';
      readonly from: 'connecting' | 'sent';
      readonly strikes: StruckClocks | null;
    }
  /** The connection breaks once the request was sent. */
  | { readonly type: 'break'; readonly error: SystemError }
  /** An answer; after it the connection stays open, ends, or says nothing more. */
  | {
      readonly type: 'answer';
      readonly pieces: readonly AnswerPiece[];
      readonly then: 'stays' | 'ends' | 'silence';
      readonly strikes: StruckClocks | null;
    };

/** The clock of the exchange that runs at that moment, or the one of the whole call. */
export type StruckClocks = 'running' | 'total';
