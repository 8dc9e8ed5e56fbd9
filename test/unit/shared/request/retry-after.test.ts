// A server may ask for a pause in two forms; anything else must count as no request.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '#shared/request/retry-after.ts';

const receivedAtMs = Date.UTC(2025, 2, 4, 10);

describe('retryAfterMs', () => {
  it.each([
    ['0', 0],
    ['3', 3000],
    [' 2 ', 2000],
    ['007', 7000],
    ['Tue, 04 Mar 2025 10:00:07 GMT', 7000],
    ['Tuesday, 04-Mar-25 10:00:05 GMT', 5000],
    ['Tue Mar  4 10:00:05 2025', 5000],
    ['Tue, 04 Mar 2025 09:00:00 GMT', 0],
  ])('reads "%s" as %d ms', (value, expected) => {
    expect(retryAfterMs(value, null, receivedAtMs)).toBe(expected);
  });

  it.each(['', '-5', '+5', '1.5', 'soon', '1, 5', '0x10', '1e3', '٣', '2025-03-04T10:00:05Z'])(
    'does not read "%s"',
    (value) => {
      expect(retryAfterMs(value, null, receivedAtMs)).toBeNull();
    },
  );

  it("measures a date from the response's own clock", () => {
    const value = 'Tue, 04 Mar 2025 12:00:05 GMT';
    expect(retryAfterMs(value, 'Tue, 04 Mar 2025 12:00:00 GMT', receivedAtMs)).toBe(5000);
  });

  it('measures from our clock where the other one cannot be read', () => {
    expect(retryAfterMs('Tue, 04 Mar 2025 10:00:05 GMT', 'yesterday', receivedAtMs)).toBe(5000);
  });

  it('gives a number that is not negative, or nothing, for every text', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (value, date) => {
        const askedMs = retryAfterMs(value, date, receivedAtMs);
        expect(askedMs === null || askedMs >= 0).toBe(true);
      }),
    );
  });
});
