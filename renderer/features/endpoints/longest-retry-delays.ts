import type { RetryPolicy } from '#shared/endpoint/retry-policy.ts';
import { retryDelayMs } from '#shared/request/retry-decision.ts';

/** The longest delay before each retry, in milliseconds: what full jitter draws below. */
export function longestRetryDelaysMs(retry: RetryPolicy): readonly number[] {
  const withoutJitter: RetryPolicy = { ...retry, jitter: 'none' };
  return Array.from(
    { length: retry.retries },
    (_, at) => retryDelayMs(withoutJitter, at + 1, null, () => 1) ?? 0,
  );
}
