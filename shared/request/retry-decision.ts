import { type CallPhase, type CallStatusCode, callStatuses } from '../response/call-statuses.ts';
import { isSuccessCode } from '../response/success-code.ts';
import type { RetryPolicy } from '../endpoint/retry-policy.ts';
import { retryAfterMs } from './retry-after.ts';

/** How an attempt ended, as far as repeating it depends on that. */
export type AttemptEnd =
  | {
      readonly type: 'response';
      readonly statusCode: number;
      /** The `Retry-After` header as it came, several joined by `, `. */
      readonly retryAfter: string | null;
      /** The `Date` header as it came. */
      readonly date: string | null;
      /** Wall clock when the head of the response came, in milliseconds since 1970. */
      readonly receivedAtMs: number;
    }
  | {
      readonly type: 'failure';
      readonly code: CallStatusCode;
      readonly phase: CallPhase;
      /** Whether a byte of any request of this attempt left, as on the first hop of a redirect. */
      readonly hasSent?: boolean;
    }
  | { readonly type: 'exception'; readonly code: CallStatusCode }
  | { readonly type: 'cancelled' };

/** What is known when an attempt has ended. */
export interface EndedAttempt {
  readonly method: string;
  readonly policy: RetryPolicy;
  readonly successCodes: readonly number[];
  /** The clock over all attempts; `null` is off. */
  readonly totalMs: number | null;
  /** How many attempts were made, from 1. */
  readonly attempt: number;
  /** Since the first attempt began, delays included. */
  readonly elapsedMs: number;
  readonly end: AttemptEnd;
}

/** Whether there is another attempt and when, or why there is none. */
export type RetryDecision =
  | { readonly retry: true; readonly delayMs: number; readonly delayFrom: 'backoff' | 'retry-after' }
  | { readonly retry: false; readonly reason: RetryStop };

/** Why a call is not repeated. */
export type RetryStop =
  | 'done'
  | 'cancelled'
  | 'never-retried'
  | 'retries-off'
  | 'total-limit'
  | 'failure-not-listed'
  | 'code-not-listed'
  | 'method-not-repeated'
  | 'retries-used-up'
  | 'retry-after-too-long';

/**
 * Decides after an attempt whether the call is repeated (SEMANTICS, Retry); the first reason that fits is given.
 *
 * @param random draws from 0 to 1; used once for a jittered delay and never for a `Retry-After`
 */
export function retryDecision(attempt: EndedAttempt, random: () => number): RetryDecision {
  const stop = stopBeforeDelay(attempt);
  if (stop !== null) return { retry: false, reason: stop };
  const askedMs = attempt.policy.honourRetryAfter ? askedDelayMs(attempt.end) : null;
  const delayMs = retryDelayMs(attempt.policy, attempt.attempt, askedMs, random);
  if (delayMs === null) return { retry: false, reason: 'retry-after-too-long' };
  if (attempt.totalMs !== null && attempt.elapsedMs + delayMs >= attempt.totalMs)
    return { retry: false, reason: 'total-limit' };
  return { retry: true, delayMs, delayFrom: askedMs === null ? 'backoff' : 'retry-after' };
}

/**
 * Delay before the next attempt, in milliseconds, or `null` where the server asks for longer than we may wait.
 *
 * Full jitter: a uniform draw from 0 to the capped exponential delay. A `Retry-After` (RFC 9110 §10.2.3) replaces the
 * draw; it is never shortened, because calling early is what the server asked us not to do.
 *
 * @param attempt how many attempts were made, from 1
 */
export function retryDelayMs(
  policy: RetryPolicy,
  attempt: number,
  askedMs: number | null,
  random: () => number,
): number | null {
  if (askedMs !== null) return askedMs <= policy.longestDelayMs ? askedMs : null;
  // 0 × Infinity is NaN, so a first delay of 0 is settled before the power can overflow.
  const growth = policy.firstDelayMs === 0 ? 0 : policy.firstDelayMs * policy.factor ** (attempt - 1);
  const ceilingMs = Math.min(growth, policy.longestDelayMs);
  return policy.jitter === 'none' ? ceilingMs : random() * ceilingMs;
}

function stopBeforeDelay(attempt: EndedAttempt): RetryStop | null {
  const { end, policy } = attempt;
  if (end.type === 'response' && isSuccessCode(end.statusCode, attempt.successCodes)) return 'done';
  if (end.type === 'cancelled') return 'cancelled';
  if (end.type === 'exception') return 'never-retried';
  if (policy.retries === 0) return 'retries-off';
  const unlisted =
    end.type === 'failure' ? stopAfterFailure(end.code, policy) : stopAfterCode(end.statusCode, policy);
  if (unlisted !== null) return unlisted;
  if (!mayRepeat(attempt.method, end, policy)) return 'method-not-repeated';
  return attempt.attempt > policy.retries ? 'retries-used-up' : null;
}

function stopAfterFailure(code: CallStatusCode, policy: RetryPolicy): RetryStop | null {
  if (code === 'cancelled') return 'cancelled';
  if (code === 'timeout-total') return 'total-limit';
  if (callStatuses[code].retried === 'never') return 'never-retried';
  return policy.onFailure ? null : 'failure-not-listed';
}

function stopAfterCode(statusCode: number, policy: RetryPolicy): RetryStop | null {
  return policy.codes.includes(statusCode) ? null : 'code-not-listed';
}

/** Whether a method may be repeated without asking, because a second request does nothing that the first did not. */
export function isRepeatedMethod(method: string): boolean {
  return repeatedMethods.has(method.toUpperCase());
}

const repeatedMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** Phases in which no byte of the request has been sent to the API yet, for failures that happen before and after. */
const phasesBeforeSending: ReadonlySet<CallPhase> = new Set(['token', 'dns', 'connect', 'proxy', 'tls']);

/** Whether a second request could not do the same thing twice, or the user accepts that it does. */
function mayRepeat(method: string, end: AttemptEnd, policy: RetryPolicy): boolean {
  if (policy.repeatUnsafe || isRepeatedMethod(method)) return true;
  if (end.type !== 'failure' || end.hasSent === true) return false;
  const { requestSent } = callStatuses[end.code];
  return requestSent === 'no' || (requestSent === 'by-phase' && phasesBeforeSending.has(end.phase));
}

function askedDelayMs(end: AttemptEnd): number | null {
  if (end.type !== 'response' || end.retryAfter === null) return null;
  return retryAfterMs(end.retryAfter, end.date, end.receivedAtMs);
}
