import { httpDateMs } from './http-date.ts';

/**
 * How long a `Retry-After` header asks to wait, in milliseconds from the moment the response came, or `null` for a value
 * that is neither whole seconds nor one of the three HTTP date forms (RFC 9110 §10.2.3). What lies in the past is 0.
 *
 * A date is measured from the response's own `Date` where it has a readable one, so that a wrong clock on either side
 * does no harm. The result may be larger than any timer holds; callers compare it with their longest delay.
 *
 * @param receivedAtMs wall clock when the head of the response came
 */
export function retryAfterMs(value: string, date: string | null, receivedAtMs: number): number | null {
  const text = value.trim();
  if (/^[0-9]+$/.test(text)) return Number(text) * 1000;
  const untilMs = httpDateMs(text, receivedAtMs);
  if (untilMs === null) return null;
  const fromMs = date === null ? null : httpDateMs(date.trim(), receivedAtMs);
  return Math.max(0, untilMs - (fromMs ?? receivedAtMs));
}
