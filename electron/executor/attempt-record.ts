import type { RetryDecision } from '#shared/request/retry-decision.ts';
import type { CallErrorCode, StatusPlaceholders } from '#shared/response/call-statuses.ts';
import type { CallException, CallFailure } from './call-failure.ts';
import type { ReceivedResponse } from './exchange-plan.ts';
import type { ExchangeRecord } from './exchange-record.ts';

/** One try of a call, kept whatever came of it. */
export interface AttemptRecord {
  /** From 1. */
  readonly attempt: number;
  /** The wall clock, in milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly tookMs: number;
  /** One for each hop, in order; also a repeat on a new connection where a kept one turned out to be dead. */
  readonly exchanges: readonly ExchangeRecord[];
  /** Of the complete response, if there is one. */
  readonly statusCode: number | null;
  readonly failure: CallFailure | null;
  /** Whether and why the call was repeated after it, and after which delay. */
  readonly decision: RetryDecision;
}

/** An attempt that is over, before it is decided whether there is another. */
export interface EndedAttempt {
  readonly exchanges: readonly ExchangeRecord[];
  /** Names of the headers that were left behind on the way, in lower case. */
  readonly dropped: readonly string[];
  readonly ending: AttemptEnding;
  /** Why no other access token could be had for one that the API did not take, in a sentence. */
  readonly notRenewed?: string | null;
}

/** What an attempt came to: a complete response, the failure that kept it from one, or why it could not be made. */
export type AttemptEnding =
  | AttemptResponse
  | { readonly type: 'failure'; readonly failure: CallFailure }
  | { readonly type: 'exception'; readonly exception: CallException };

/** A complete response. */
export interface AttemptResponse extends ReceivedResponse {
  readonly type: 'response';
  /** What it is called if its code is no success: the redirect that was not followed, or its code as such. */
  readonly errorCode: CallErrorCode;
  /** The address that answered. */
  readonly url: string;
  /** What a redirect that was not followed adds to the sentence. */
  readonly placeholders: StatusPlaceholders;
}
