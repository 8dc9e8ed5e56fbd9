import type { Timeouts } from '#shared/endpoint/timeouts.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import type { BodySource } from './body-source.ts';
import type { CallFailure } from './call-failure.ts';
import type { CallStop } from './call-stop.ts';
import type { ExchangeConnection } from './exchange-connection.ts';
import type { ExchangeRecord, ResponseHead, SentRequest } from './exchange-record.ts';
import type { ExecutorPorts } from './executor-ports.ts';
import type { PhaseTiming } from './phase-timeline.ts';
import type { SecuredFacts } from './secured-facts.ts';
import type { StandInExchange } from './stand-in/stand-in-exchange.ts';
import type { StoredBody } from './stored-body.ts';
import type { TlsContext } from './tls-context.ts';

/** Everything that one request over one connection depends on. */
export interface ExchangePlan {
  readonly request: SentRequest;
  /** The address of the request. */
  readonly url: URL;
  /** The proxy that it goes through; `null` is straight. */
  readonly route: ProxyRoute | null;
  /** What answers in place of the network; `null` where the network does. */
  readonly standIn: StandInExchange | null;
  /** What its encrypted connection is made with. */
  readonly tls: TlsContext;
  readonly body: BodySource | null;
  readonly timeouts: Timeouts;
  /** For the body of the response. */
  readonly limitBytes: number;
  readonly ports: ExecutorPorts;
  /** Ends the exchange in any phase. */
  readonly stop: CallStop;
  readonly onPhase: (timing: PhaseTiming) => void;
  /** Called once where the server showed its certificate, whether or not it was accepted. */
  readonly onSecured: (secured: SecuredFacts) => void;
  /** Called once with the head of the response; says whether its body is wanted. */
  readonly onHead: (head: ResponseHead, connection: ExchangeConnection) => boolean;
  /** Called with each piece of a body that is wanted, unpacked, as it comes. */
  readonly onContent: (chunk: Uint8Array) => void;
}

/** What came of an exchange. */
export interface ExchangeEnd {
  readonly facts: Omit<ExchangeRecord, 'exchange' | 'redirect'>;
  readonly outcome: Outcome<ReceivedResponse, CallFailure>;
}

/** A complete response, or one whose body was not wanted and is empty here. */
export interface ReceivedResponse {
  readonly head: ResponseHead;
  readonly body: StoredBody;
  /** Whether the body is packed in a way that nobody here can undo. */
  readonly stillPacked: boolean;
}
