// The decision about repeating reads an attempt in this shape, whatever the headers looked like.
import { describe, expect, it } from 'vitest';
import { attemptEnd } from '#electron/executor/attempt-end.ts';
import type { AttemptResponse, EndedAttempt } from '#electron/executor/attempt-record.ts';
import { attemptWarnings } from '#electron/executor/attempt-warnings.ts';
import type { CallFailure } from '#electron/executor/call-failure.ts';
import type { ExchangeRecord } from '#electron/executor/exchange-record.ts';
import { emptyBody } from '#electron/executor/stored-body.ts';

const response = (
  rawHeaders: readonly string[],
  changes: Partial<AttemptResponse> = {},
): AttemptResponse => ({
  type: 'response',
  head: { statusCode: 503, reason: '', httpVersion: '1.1', rawHeaders, receivedAtMs: 1_700_000_000_000 },
  body: emptyBody,
  stillPacked: false,
  errorCode: 'http-status',
  url: 'http://a.test/',
  placeholders: {},
  ...changes,
});

const failing = (code: CallFailure['code'], phase: CallFailure['phase']): EndedAttempt['ending'] => ({
  type: 'failure',
  failure: { code, phase, placeholders: {} },
});

/** As much of an exchange as is looked at. */
const exchanged = (bytesSent: number) => ({ bytesSent }) as ExchangeRecord;

describe('The end of an attempt, for the decision about repeating it', () => {
  it('gives Retry-After and Date as they came, whatever their spelling', () => {
    const ending = response(['RETRY-AFTER', '5', 'date', 'Tue, 04 Mar 2025 10:00:00 GMT']);
    expect(attemptEnd({ exchanges: [], dropped: [], ending })).toEqual({
      type: 'response',
      statusCode: 503,
      retryAfter: '5',
      date: 'Tue, 04 Mar 2025 10:00:00 GMT',
      receivedAtMs: 1_700_000_000_000,
    });
  });

  it('joins several Retry-After, which then ask for nothing', () => {
    const ending = response(['Retry-After', '1', 'Retry-After', '5']);
    expect(attemptEnd({ exchanges: [], dropped: [], ending })).toMatchObject({
      retryAfter: '1, 5',
      date: null,
    });
  });

  it('gives none where none came', () => {
    expect(attemptEnd({ exchanges: [], dropped: [], ending: response([]) })).toMatchObject({
      retryAfter: null,
    });
  });

  it('is a cancel where it was cancelled, in any phase', () => {
    const ending = failing('cancelled', 'read');
    expect(attemptEnd({ exchanges: [], dropped: [], ending })).toEqual({ type: 'cancelled' });
  });

  it('says of a failure whether any of its requests left, the one that failed included', () => {
    const ending = failing('connection-refused', 'connect');
    const end = (...sizes: number[]) => attemptEnd({ exchanges: sizes.map(exchanged), dropped: [], ending });
    expect(end(0)).toMatchObject({ code: 'connection-refused', phase: 'connect', hasSent: false });
    expect(end(120)).toMatchObject({ hasSent: true });
    expect(end(120, 0)).toMatchObject({ hasSent: true });
  });
});

describe('The warnings of an attempt', () => {
  const done = { retry: false, reason: 'done' } as const;

  it('are none for an ordinary answer', () => {
    expect(attemptWarnings({ exchanges: [], dropped: [], ending: response([]) }, done)).toEqual([]);
  });

  it('name the headers that stayed behind', () => {
    const ended = {
      exchanges: [],
      dropped: ['authorization', 'x-key'],
      ending: failing('dns-not-found', 'dns'),
    };
    expect(attemptWarnings(ended, done)[0]?.message).toBe(
      'A redirect led to another origin, so these were not sent there: authorization, x-key.',
    );
  });

  it('name a packing that nobody here can undo', () => {
    const ending = response(['Content-Encoding', 'gzip, snappy'], { stillPacked: true });
    expect(attemptWarnings({ exchanges: [], dropped: [], ending }, done)).toEqual([
      {
        code: 'content-encoding-unknown',
        message: 'The body is packed as gzip, snappy, which is not supported, and is kept as binary data.',
      },
    ]);
  });

  it('say that a server asks for too long a pause', () => {
    const decision = { retry: false, reason: 'retry-after-too-long' } as const;
    const [warning] = attemptWarnings({ exchanges: [], dropped: [], ending: response([]) }, decision);
    expect(warning?.code).toBe('retry-after-too-long');
  });
});
