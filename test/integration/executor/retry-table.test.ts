// Runs the rows of the table of repeats that sockets can bring about, counting at the server.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RetryDecision } from '#shared/request/retry-decision.ts';
import { ExecutorFixture, loopbackLookup, type PolicyChanges } from '../../support/executor-fixture.ts';
import { readCases } from '../../support/read-cases.ts';
import { redirectPorts } from '../../support/redirected-ports.ts';
import { answer, HttpRecorder, type RecordedAnswer } from '../../support/servers/http-recorder.ts';

/** How an attempt of the table ends, and how it is brought about for real. */
interface AttemptCase {
  readonly code?: number;
  readonly retry_after?: string;
  readonly date?: string;
  readonly failure?: string;
  readonly phase?: string;
}

/** A row of the table; `../../cases/retry.json` is described beside it. */
interface RetryCase {
  readonly id: string;
  readonly why: string;
  readonly method: string;
  readonly policy: Readonly<Record<string, unknown>>;
  readonly success_codes?: readonly number[];
  readonly attempts: readonly AttemptCase[];
  readonly random: readonly number[];
  readonly clock?: string;
  readonly decisions: readonly (
    { readonly retry: true; readonly delay_ms: number } | { readonly retry: false; readonly reason: string }
  )[];
}

const { cases } = readCases('retry') as { readonly cases: readonly RetryCase[] };

/** What a server, a name server or a closed port can do without a clock of ours; the rest is in other files. */
const bringable = new Set([
  'connection-refused connect',
  'connection-reset wait',
  'dns-not-found dns',
  'dns-temporary dns',
  'body-truncated read',
  'redirects-too-many redirect',
]);

const realCases = cases.filter(
  ({ attempts, policy }) =>
    policy['total_ms'] === undefined &&
    attempts.every(
      ({ code, failure, phase }) =>
        code !== undefined || bringable.has(`${String(failure)} ${String(phase)}`),
    ),
);

describe('The executor repeats calls as the table says, counted at the socket of a real server', () => {
  afterEach(() => vi.useRealTimers());

  it('takes every row that sockets can bring about without a clock', () => {
    expect(cases).toHaveLength(124);
    expect(realCases).toHaveLength(93);
  });

  it.each(realCases)('$id: $why', async (row) => {
    const draws = [...row.random];
    let begun = 0;
    await using server = await HttpRecorder.start(() => answerOf(row.attempts[begun - 1]!));
    await using fixture = await ExecutorFixture.create(
      {
        lookup: (host, options, callback) => {
          const code = lookupErrors[row.attempts[begun - 1]?.failure ?? ''];
          if (code === undefined) loopbackLookup(host, options, callback);
          else callback(Object.assign(new Error(code), { code, syscall: 'getaddrinfo' }), []);
        },
      },
      {
        random: () => draws.shift() ?? Number.NaN,
        ...(row.clock === undefined ? {} : { wallClockMs: () => Date.parse(row.clock!) }),
      },
    );
    redirectPorts(fixture.agents, () =>
      row.attempts[begun - 1]?.failure === 'connection-refused' ? refusedPort : server.port,
    );
    // The pauses are minutes in all; sockets and their events are not touched by this.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const run = fixture.start({ method: row.method, url: 'http://a.test/' }, policyOf(row), (event) => {
      if (event.type === 'attempt-started') begun += 1;
      if (event.type === 'attempt-ended') fixture.agents.closeIdle(0);
      if (event.type === 'retry-waiting') setImmediate(() => vi.advanceTimersByTime(event.delayMs));
    });
    const { attempts } = await run.result;
    expect(attempts.map(({ decision }) => decisionFacts(decision))).toEqual(row.decisions);
    expect(run.all('retry-waiting').map(({ delayMs }) => delayMs)).toEqual(
      row.decisions.flatMap((decision) => (decision.retry ? [decision.delay_ms] : [])),
    );
    expect(begun).toBe(row.attempts.length);
    expect(server.requests).toHaveLength(requestsOf(row));
    expect(draws).toEqual([]);
    expect(fixture.defects).toEqual([]);
  });
});

const refusedPort = 1;

const lookupErrors: Readonly<Record<string, string | undefined>> = {
  'dns-not-found': 'ENOTFOUND',
  'dns-temporary': 'EAI_AGAIN',
};

function answerOf({ code, date, failure, retry_after: retryAfter }: AttemptCase): RecordedAnswer {
  if (failure === 'connection-reset') return { then: 'reset' };
  if (failure === 'body-truncated')
    return { bytes: 'HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n123', then: 'close' };
  if (failure === 'redirects-too-many') return answer(302, { Location: '/again' });
  const headers = {
    ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }),
    ...(date === undefined ? {} : { Date: date }),
  };
  return answer(code!, headers);
}

/** Requests that reach the server: none where no connection is made, one more than the limit in a loop of redirects. */
function requestsOf({ attempts }: RetryCase): number {
  const reaching = attempts.map(({ failure }) => {
    if (failure === 'connection-refused' || lookupErrors[failure ?? ''] !== undefined) return 0;
    return failure === 'redirects-too-many' ? 11 : 1;
  });
  return reaching.reduce<number>((sum, requests) => sum + requests, 0);
}

function policyOf({ policy, success_codes: successCodes = [] }: RetryCase): PolicyChanges {
  const names: Readonly<Record<string, string>> = {
    retries: 'retries',
    first_delay_ms: 'firstDelayMs',
    factor: 'factor',
    longest_delay_ms: 'longestDelayMs',
    jitter: 'jitter',
    retry_on_failure: 'onFailure',
    retry_codes: 'codes',
    repeat_unsafe: 'repeatUnsafe',
    honour_retry_after: 'honourRetryAfter',
  };
  const retry = Object.entries(policy).map(([name, value]) => [names[name] ?? `unknown ${name}`, value]);
  return { retry: Object.fromEntries(retry), successCodes };
}

function decisionFacts(decision: RetryDecision) {
  return decision.retry
    ? { retry: true, delay_ms: decision.delayMs }
    : { retry: false, reason: decision.reason };
}
