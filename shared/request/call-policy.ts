import type { RedirectPolicy } from '../endpoint/endpoint.ts';
import type { RetryPolicy } from '../endpoint/retry-policy.ts';
import type { Timeouts } from '../endpoint/timeouts.ts';

export type { RedirectPolicy } from '../endpoint/endpoint.ts';
export type { RetryPolicy } from '../endpoint/retry-policy.ts';

/** How long a call may take, what it repeats, where it may be sent on and what it accepts: endpoint and node merged. */
export interface CallPolicy {
  readonly timeouts: Timeouts;
  readonly retry: RetryPolicy;
  readonly redirects: RedirectPolicy;
  /** Codes that count as success besides 2xx. */
  readonly successCodes: readonly number[];
  readonly limits: CallLimits;
  /** Read the body as JSON whatever its type says. */
  readonly parseAsJson: boolean;
  /** Keep the body's text as `raw`. */
  readonly includeRaw: boolean;
}

/** What is too much. */
export interface CallLimits {
  /** Announced, received and unpacked bytes of a body, each on its own. */
  readonly bodyBytes: number;
}

/** What a call accepts where nothing else is said. */
export const defaultCallLimits: CallLimits = { bodyBytes: 50 * 1024 * 1024 };
