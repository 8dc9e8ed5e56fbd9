import { readJson } from '#shared/value/read-json.ts';
import { isValueObject } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { answer, problem, type SampleAnswer, type SampleRequest } from './sample-answer.ts';

/** A payment service that is busy at first, charges each key once, and declines gift cards. */
export interface SamplePayments {
  readonly charge: (request: SampleRequest) => SampleAnswer;
}

/** Requests with a key that are turned away before one is answered. */
const busyTimes = 2;

/**
 * Charges that carry an `Idempotency-Key`: repeating one is safe, for the same key is charged once and answered alike.
 * Each key is turned away twice, so that every flow that retries sees the same.
 */
export function createPayments(): SamplePayments {
  const turnedAway = new Map<string, number>();
  const charged = new Map<string, Value>();
  return {
    charge: ({ headers, body }) => {
      const key = headers['idempotency-key'];
      if (typeof key !== 'string' || key.trim() === '')
        return problem(400, 'No key', 'Send an Idempotency-Key, so that a repeated request charges once.');
      const made = charged.get(key);
      if (made !== undefined) return answer(made);
      const times = turnedAway.get(key) ?? 0;
      turnedAway.set(key, times + 1);
      if (times < busyTimes) return problem(503, 'Busy', 'The payment service is busy. Please try again.');
      const outcome = chargeOf(body, `CH-${String(7001 + charged.size)}`);
      if (outcome.statusCode === 201 && outcome.body !== undefined) charged.set(key, outcome.body);
      return outcome;
    },
  };
}

function chargeOf(body: string, id: string): SampleAnswer {
  const read = readJson(body);
  if (!read.ok || !isValueObject(read.value))
    return problem(400, 'Not JSON', 'The body has to be a JSON object.');
  const { method, order = null, amount = null, currency = null } = read.value;
  return method === 'gift-card'
    ? problem(402, 'Declined', 'The gift card does not cover the amount.')
    : answer({ id, status: 'paid', order, amount, currency }, 201);
}
