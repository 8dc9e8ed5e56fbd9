// Runs the table of repeats on the pure decision: again or not, and after how long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RetryPolicy, retryPolicySchema } from '#shared/endpoint/retry-policy.ts';
import { type AttemptEnd, retryDecision, retryDelayMs } from '#shared/request/retry-decision.ts';
import { callStatuses, type CallPhase, type CallStatusCode } from '#shared/response/call-statuses.ts';
import { readCases } from '../../../support/read-cases.ts';

interface PolicyCase {
  readonly retries?: number;
  readonly first_delay_ms?: number;
  readonly factor?: number;
  readonly longest_delay_ms?: number;
  readonly jitter?: 'full' | 'none';
  readonly retry_on_failure?: boolean;
  readonly retry_codes?: readonly number[];
  readonly repeat_unsafe?: boolean;
  readonly honour_retry_after?: boolean;
  readonly total_ms?: number | null;
}

interface AttemptCase {
  readonly code?: number;
  readonly retry_after?: string;
  readonly date?: string;
  readonly failure?: CallStatusCode;
  readonly phase?: CallPhase;
  readonly exception?: CallStatusCode;
  readonly cancelled?: 'attempt' | 'delay';
  readonly took_ms?: number;
}

interface RetryTable {
  readonly defaults: Required<PolicyCase>;
  readonly never_retried: readonly string[];
  readonly cases: readonly {
    readonly id: string;
    readonly method: string;
    readonly policy: PolicyCase;
    readonly success_codes?: readonly number[];
    readonly attempts: readonly AttemptCase[];
    readonly random: readonly number[];
    readonly clock?: string;
    readonly endpoint?: PolicyCase;
    readonly node?: PolicyCase;
    readonly decisions: readonly (
      { readonly retry: true; readonly delay_ms: number } | { readonly retry: false; readonly reason: string }
    )[];
  }[];
}

const table = readCases('retry') as RetryTable;

function policyOf(given: Required<PolicyCase>): RetryPolicy {
  return {
    retries: given.retries,
    firstDelayMs: given.first_delay_ms,
    factor: given.factor,
    longestDelayMs: given.longest_delay_ms,
    jitter: given.jitter,
    onFailure: given.retry_on_failure,
    codes: [...given.retry_codes],
    repeatUnsafe: given.repeat_unsafe,
    honourRetryAfter: given.honour_retry_after,
  };
}

function endOf(attempt: AttemptCase, clock: string): AttemptEnd {
  if (attempt.cancelled !== undefined) return { type: 'cancelled' };
  if (attempt.exception !== undefined) return { type: 'exception', code: attempt.exception };
  if (attempt.failure !== undefined)
    return { type: 'failure', code: attempt.failure, phase: attempt.phase ?? 'wait' };
  return {
    type: 'response',
    statusCode: attempt.code ?? 0,
    retryAfter: attempt.retry_after ?? null,
    date: attempt.date ?? null,
    receivedAtMs: Date.parse(clock),
  };
}

describe('the table of repeats', () => {
  it('has 124 rows', () => {
    expect(table.cases).toHaveLength(124);
  });

  it('has the defaults of an endpoint', () => {
    expect(policyOf(table.defaults)).toEqual(retryPolicySchema.parse({}));
  });

  it.each(table.never_retried)('never repeats %s', (code) => {
    expect(callStatuses[code as CallStatusCode].retried).toBe('never');
  });

  it.each(table.cases)('$id', (row) => {
    const given = { ...table.defaults, ...row.policy };
    const draws = [...row.random];
    const draw = (): number => {
      const next = draws.shift();
      if (next === undefined) throw new Error('One draw too many.');
      return next;
    };
    let elapsedMs = 0;
    const decisions = row.attempts.map((attempt, index) => {
      elapsedMs += attempt.took_ms ?? 0;
      const decision = retryDecision(
        {
          method: row.method,
          policy: policyOf(given),
          successCodes: row.success_codes ?? [],
          totalMs: given.total_ms,
          attempt: index + 1,
          elapsedMs,
          end: endOf(attempt, row.clock ?? '2025-03-04T10:00:00.000Z'),
        },
        draw,
      );
      if (!decision.retry) return { retry: false, reason: decision.reason };
      elapsedMs += decision.delayMs;
      return { retry: true, delay_ms: decision.delayMs };
    });
    expect(decisions).toEqual(row.decisions);
    expect(draws).toEqual([]);
  });
});

const response = (statusCode: number, retryAfter: string | null = null): AttemptEnd => ({
  type: 'response',
  statusCode,
  retryAfter,
  date: null,
  receivedAtMs: Date.UTC(2025, 2, 4, 10),
});

const policy = (given: Partial<RetryPolicy>): RetryPolicy => ({ ...retryPolicySchema.parse({}), ...given });

describe('a decision', () => {
  const first = { method: 'POST', successCodes: [], totalMs: null, attempt: 1, elapsedMs: 10 };

  it('does not repeat a POST that was redirected and then refused, since its first server has read it', () => {
    const end: AttemptEnd = {
      type: 'failure',
      code: 'connection-refused',
      phase: 'connect',
      hasSent: true,
    };
    expect(retryDecision({ ...first, policy: policy({ retries: 1 }), end }, () => 0)).toEqual({
      retry: false,
      reason: 'method-not-repeated',
    });
  });

  it('tells whether the delay is ours or the one the server asked for', () => {
    const get = { ...first, method: 'GET', policy: policy({ retries: 1, jitter: 'none' }) };
    expect(retryDecision({ ...get, end: response(503) }, () => 0)).toEqual({
      retry: true,
      delayMs: 500,
      delayFrom: 'backoff',
    });
    expect(retryDecision({ ...get, end: response(503, '2') }, () => 0)).toEqual({
      retry: true,
      delayMs: 2000,
      delayFrom: 'retry-after',
    });
  });

  it('takes a cancel that arrives as a failure as what it is', () => {
    const end: AttemptEnd = { type: 'failure', code: 'cancelled', phase: 'wait' };
    expect(retryDecision({ ...first, policy: policy({ retries: 1 }), end }, () => 0)).toEqual({
      retry: false,
      reason: 'cancelled',
    });
  });

  it('never repeats what the list of statuses says is never repeated, whatever the policy', () => {
    const never = Object.entries(callStatuses).filter(([, row]) => row.retried === 'never');
    expect(never.length).toBeGreaterThan(60);
    const everything = policy({ retries: 5, repeatUnsafe: true, codes: [503] });
    for (const [code, row] of never) {
      const phase = row.phases[0] ?? 'prepare';
      const end: AttemptEnd = { type: 'failure', code: code as CallStatusCode, phase };
      expect(retryDecision({ ...first, policy: everything, end }, () => 0).retry).toBe(false);
    }
  });
});

describe('the delay', () => {
  const anyPolicy = fc.record({
    firstDelayMs: fc.integer({ min: 0, max: 86_400_000 }),
    factor: fc.double({ min: 1, max: 10, noNaN: true }),
    longestDelayMs: fc.integer({ min: 0, max: 86_400_000 }),
    jitter: fc.constantFrom('full' as const, 'none' as const),
  });
  const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('is a number from 0 to the longest delay, for every policy, attempt and draw', () => {
    fc.assert(
      fc.property(anyPolicy, fc.integer({ min: 1, max: 100_000 }), draw, (given, attempt, random) => {
        const delayMs = retryDelayMs(policy(given), attempt, null, () => random);
        expect(delayMs).toBeGreaterThanOrEqual(0);
        expect(delayMs).toBeLessThanOrEqual(given.longestDelayMs);
      }),
    );
  });

  it('is never shorter than what the server asks for', () => {
    fc.assert(
      fc.property(anyPolicy, fc.integer({ min: 0, max: 1e12 }), draw, (given, askedMs, random) => {
        const delayMs = retryDelayMs(policy(given), 1, askedMs, () => random);
        expect(delayMs === null || delayMs === askedMs).toBe(true);
        expect(delayMs === null).toBe(askedMs > given.longestDelayMs);
      }),
    );
  });
});
