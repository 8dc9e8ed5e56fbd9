import type { AttemptEnd } from '#shared/request/retry-decision.ts';
import { headerValues } from '#shared/response/response-headers.ts';
import type { AttemptResponse, EndedAttempt } from './attempt-record.ts';

/** As much of an attempt as the decision about repeating it needs. */
export function attemptEnd({ ending, exchanges }: EndedAttempt): AttemptEnd {
  if (ending.type === 'response') return responseEnd(ending);
  if (ending.type === 'exception') return { type: 'exception', code: ending.exception.code };
  const { code, phase } = ending.failure;
  if (code === 'cancelled') return { type: 'cancelled' };
  const hasSent = exchanges.some(({ bytesSent }) => bytesSent > 0);
  return { type: 'failure', code, phase, hasSent };
}

function responseEnd({ head }: AttemptResponse): AttemptEnd {
  const { rawHeaders, receivedAtMs, statusCode } = head;
  const retryAfter = headerValues(rawHeaders, 'retry-after');
  return {
    type: 'response',
    statusCode,
    retryAfter: retryAfter.length === 0 ? null : retryAfter.join(', '),
    date: headerValues(rawHeaders, 'date')[0] ?? null,
    receivedAtMs,
  };
}
