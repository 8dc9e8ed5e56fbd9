import type { ExchangeConnection } from './exchange-connection.ts';
import type { ExchangeEnd, ExchangePlan } from './exchange-plan.ts';
import type { ExchangeProgress } from './exchange-progress.ts';
import type { ResponseHead } from './exchange-record.ts';

/** Where an exchange has come to. */
export interface ExchangeSoFar {
  readonly connection: ExchangeConnection | null;
  readonly head: ResponseHead | null;
  readonly progress: Pick<ExchangeProgress, 'timings' | 'elapsedMs'>;
  readonly startedAtMs: number;
}

/** What is kept of an exchange that has ended. */
export function exchangeFacts(
  { request }: Pick<ExchangePlan, 'request'>,
  { connection, head, progress, startedAtMs }: ExchangeSoFar,
  outcome: ExchangeEnd['outcome'],
): ExchangeEnd['facts'] {
  return {
    request,
    startedAtMs,
    timings: progress.timings,
    tookMs: progress.elapsedMs,
    connection: connection?.facts ?? null,
    bytesSent: connection?.bytesSent ?? 0,
    bytesReceived: connection?.bytesReceived ?? 0,
    head,
    failure: outcome.ok ? null : outcome.failure,
  };
}
