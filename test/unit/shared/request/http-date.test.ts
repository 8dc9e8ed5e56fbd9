// Servers write dates in three forms and many wrong ones; only the right ones may delay a call.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { httpDateMs } from '#shared/request/http-date.ts';

const nowMs = Date.UTC(2025, 2, 4, 10);

describe('httpDateMs', () => {
  // The moment of RFC 9110 §5.6.7, in its three forms.
  const example = Date.UTC(1994, 10, 6, 8, 49, 37);

  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'reads "%s"',
    (text) => {
      expect(httpDateMs(text, nowMs)).toBe(example);
    },
  );

  it('takes the form without a zone as UTC', () => {
    expect(httpDateMs('Tue Mar  4 10:00:00 2025', nowMs)).toBe(nowMs);
  });

  it.each([
    ['Thu, 29 Feb 2024 00:00:00 GMT', Date.UTC(2024, 1, 29)],
    ['Sat, 31 Dec 2016 23:59:60 GMT', Date.UTC(2017, 0, 1)],
    ['Mon, 01 Jan 0001 00:00:00 GMT', -62_135_596_800_000],
  ])('reads the unusual day "%s"', (text, expected) => {
    expect(httpDateMs(text, nowMs)).toBe(expected);
  });

  it.each([
    ['Monday, 04-Mar-75 00:00:00 GMT', 2075],
    ['Monday, 04-Mar-76 00:00:00 GMT', 1976],
    ['Monday, 04-Mar-00 00:00:00 GMT', 2000],
  ])('takes a two-digit year that is over 50 years ahead as past: %s', (text, year) => {
    expect(httpDateMs(text, nowMs)).toBe(Date.UTC(year, 2, 4));
  });

  it.each([
    '',
    '5',
    '2025-03-04T10:00:05Z',
    'Tue, 31 Feb 2025 10:00:05 GMT',
    'Thu, 29 Feb 2023 00:00:00 GMT',
    'Tue, 00 Mar 2025 10:00:05 GMT',
    'Tue, 4 Mar 2025 10:00:05 GMT',
    'Tue, 04 mar 2025 10:00:05 GMT',
    'Tue, 04 Foo 2025 10:00:05 GMT',
    'Tue, 04 Mar 2025 24:00:05 GMT',
    'Tue, 04 Mar 2025 10:60:05 GMT',
    'Tue, 04 Mar 2025 10:00:61 GMT',
    'Tue, 04 Mar 2025 10:00:05 UTC',
    'Tue, 04 Mar 2025 10:00:05',
    'Tue Mar 04 10:00:05 2025 GMT',
    'Tue, 04-Mar-25 10:00:05 GMT',
    'x Tue, 04 Mar 2025 10:00:05 GMT',
  ])('does not read "%s"', (text) => {
    expect(httpDateMs(text, nowMs)).toBeNull();
  });

  it('reads what `toUTCString` writes, for every second of four centuries', () => {
    const [from, to] = [Date.UTC(1800, 0, 1) / 1000, Date.UTC(2200, 0, 1) / 1000];
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (second) => {
        expect(httpDateMs(new Date(second * 1000).toUTCString(), nowMs)).toBe(second * 1000);
      }),
    );
  });
});
