import type { RetryDecision } from '#shared/request/retry-decision.ts';
import { headerValues } from '#shared/response/response-headers.ts';
import type { EndedAttempt } from './attempt-record.ts';
import type { CallWarning } from './call-warning.ts';

/** What a person should know about an attempt although it did not decide how the call ended. */
export function attemptWarnings(
  { dropped, ending, notRenewed = null }: EndedAttempt,
  decision: RetryDecision,
): readonly CallWarning[] {
  const warnings: CallWarning[] = [];
  if (dropped.length > 0)
    warnings.push({
      code: 'credentials-dropped',
      message: `A redirect led to another origin, so these were not sent there: ${dropped.join(', ')}.`,
    });
  if (notRenewed !== null)
    warnings.push({
      code: 'token-not-renewed',
      message: `The API did not take the access token that was kept, and there is no other: ${notRenewed}`,
    });
  if (ending.type === 'response' && ending.stillPacked)
    warnings.push({
      code: 'content-encoding-unknown',
      message: `The body is packed as ${packing(ending.head.rawHeaders)}, which is not supported, and is kept as binary data.`,
    });
  if (!decision.retry && decision.reason === 'retry-after-too-long')
    warnings.push({
      code: 'retry-after-too-long',
      message:
        'The server asks to wait longer than the longest delay of the endpoint, so the call was not repeated.',
    });
  return warnings;
}

function packing(rawHeaders: readonly string[]): string {
  return headerValues(rawHeaders, 'content-encoding').join(', ');
}
