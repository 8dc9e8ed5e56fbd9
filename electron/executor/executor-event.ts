import type { PreparedTls } from '#shared/request/prepared-tls.ts';
import type { CallStatusCode } from '#shared/response/call-statuses.ts';
import type { CallResult } from './call-result.ts';
import type { CallWarningCode } from './call-warning.ts';
import type { ResponseHead, SentRequest } from './exchange-record.ts';
import type { PhaseTiming } from './phase-timeline.ts';
import type { SecuredFacts } from './secured-facts.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import type { ToldStreamEvent } from './stream-teller.ts';

/** The place of an event in its call: attempts from 1, exchanges from 1 within their attempt. */
interface InExchange {
  readonly attempt: number;
  readonly exchange: number;
}

/**
 * What happens while a call is made, in the order it happens and under the names that run events have (FORMATS, Run).
 * Events hold real values, secrets included: the host masks and scrubs what it stores or shows.
 */
export type ExecutorEvent =
  | {
      readonly type: 'attempt-started';
      readonly attempt: number;
      /** What answers it in place of the network. */
      readonly standIn?: StandInShown;
    }
  | ({
      readonly type: 'exchange-started';
      readonly request: SentRequest;
      /** `host:port` of the proxy that it goes through; absent, it goes straight. */
      readonly proxy?: string;
      /** What its endpoint asks of TLS. */
      readonly tls?: PreparedTls | undefined;
    } & InExchange)
  | ({ readonly type: 'exchange-secured'; readonly secured: SecuredFacts } & InExchange)
  | ({ readonly type: 'exchange-phase' } & PhaseTiming & InExchange)
  | ({
      readonly type: 'exchange-redirected';
      readonly statusCode: number;
      readonly to: string;
      /** Names of the headers that stayed behind at this hop, in lower case. */
      readonly dropped: readonly string[];
    } & InExchange)
  | ({
      readonly type: 'response-head';
      readonly head: ResponseHead;
      readonly remoteAddress: string | null;
      readonly reusedConnection: boolean;
    } & InExchange)
  | ({ readonly type: 'stream-event' } & ToldStreamEvent & InExchange)
  | {
      readonly type: 'attempt-ended';
      readonly attempt: number;
      readonly statusCode: number | null;
      /** `null` for a complete response, whatever its status code. */
      readonly code: CallStatusCode | null;
      readonly tookMs: number;
      readonly sentence: string | null;
    }
  | {
      readonly type: 'retry-waiting';
      /** The attempt that ended. */
      readonly attempt: number;
      readonly delayMs: number;
      /** Whether we chose the delay or the server asked for it. */
      readonly reason: 'backoff' | 'retry-after';
    }
  | { readonly type: 'warned'; readonly code: CallWarningCode; readonly message: string }
  | { readonly type: 'call-ended'; readonly result: CallResult };
