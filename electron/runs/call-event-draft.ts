import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import type { Preparation } from '#shared/request/prepare-request.ts';
import { maskTls } from '#shared/request/prepare-tls.ts';
import { headerPairs } from '#shared/response/response-headers.ts';
import type { ExecutorEvent } from '../executor/executor-event.ts';
import { shownHandshake } from './shown-handshake.ts';
import { shownHead } from './shown-head.ts';

/** What a run's events need to know besides what the executor says. */
export interface CallContext {
  /** The request as it was prepared, and how it may be shown: its secrets masked by position. */
  readonly preparation: Pick<Preparation, 'request' | 'masked' | 'maskedUrl'>;
  /** Hides secrets, also short ones, in an address that a server made. */
  readonly scrubAddress: (address: string) => string;
}

/**
 * What the executor says as an event of a run; `null` for what run events do not hold, and for the end of the call, which
 * is told once its body is kept.
 */
export function callEventDraft(event: ExecutorEvent, context: CallContext): EventDraft | null {
  switch (event.type) {
    case 'attempt-started':
    case 'exchange-phase':
    case 'stream-event':
    case 'attempt-ended':
    case 'retry-waiting':
    case 'warned':
      return event;
    case 'exchange-started': {
      const { attempt, exchange, request, type } = event;
      const { bodySizeBytes, headers, method } = request;
      const url = shownAddress(request.url, context);
      const shown = {
        type,
        attempt,
        exchange,
        method,
        url,
        headers: shownHead(headers, context.preparation),
        bodySizeBytes,
      };
      return {
        ...shown,
        ...(event.proxy === undefined ? {} : { proxy: event.proxy }),
        ...maskTls(event.tls, request.url),
      };
    }
    case 'exchange-secured':
      return { ...event, secured: shownHandshake(event.secured) };
    case 'exchange-redirected':
      return { ...event, to: shownAddress(event.to, context), dropped: [...event.dropped] };
    case 'response-head':
      return responseHead(event, context);
    case 'call-ended':
      return null;
  }
}

/** Headers as they may be shown: an address in them may repeat what was in the request's. */
export function shownHeaders(
  rawHeaders: readonly string[],
  scrubAddress: CallContext['scrubAddress'],
): [string, string][] {
  return headerPairs(rawHeaders).map(([name, value]) =>
    /^(content-)?location$/i.test(name) ? [name, scrubAddress(value)] : [name, value],
  );
}

function shownAddress(address: string, { preparation, scrubAddress }: CallContext): string {
  return address === preparation.request.url ? preparation.maskedUrl : scrubAddress(address);
}

function responseHead(
  event: Extract<ExecutorEvent, { type: 'response-head' }>,
  { scrubAddress }: CallContext,
): EventDraft {
  const { head, ...rest } = event;
  const { httpVersion, rawHeaders, reason, statusCode } = head;
  return { ...rest, httpVersion, reason, statusCode, headers: shownHeaders(rawHeaders, scrubAddress) };
}
