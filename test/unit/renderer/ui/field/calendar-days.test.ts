// The days of a calendar, held against the platform's own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysLater,
  localToday,
  mondayOf,
  monthsLater,
  spokenDay,
  weeksOfMonth,
} from '../../../../../renderer/ui/field/calendar-days.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the days of a calendar', () => {
  test.each([
    ['2025-02-28', 1, '2025-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-03-30', 7, '2025-04-06'],
  ])('%s and %d days are %s', (day, count, later) => {
    expect(daysLater(day, count)).toBe(later);
  });

  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-01-15', -13, '2023-12-15'],
  ])('%s and %d months are %s', (day, count, later) => {
    expect(monthsLater(day, count)).toBe(later);
  });

  test('stand in weeks from Monday, every day of the month once', () => {
    expect(weeksOfMonth('2025-02-10').map(([monday]) => monday)).toEqual([
      '2025-01-27',
      '2025-02-03',
      '2025-02-10',
      '2025-02-17',
      '2025-02-24',
    ]);
    fc.assert(
      fc.property(anyDay, (day) => {
        const weeks = weeksOfMonth(day);
        const days = weeks.flat();
        expect(weeks.every(({ length }) => length === 7)).toBe(true);
        expect(days.every((each, at) => at === 0 || each === daysLater(days[at - 1] ?? '', 1))).toBe(true);
        expect(days).toContain(day);
        expect(new Date(`${days[0] ?? ''}T12:00:00Z`).getUTCDay()).toBe(1);
        const inMonth = days.filter((each) => each.slice(0, 7) === day.slice(0, 7));
        expect(daysLater(inMonth.at(-1) ?? '', 1).slice(8)).toBe('01');
        expect(inMonth[0]?.slice(8)).toBe('01');
      }),
    );
  });

  test('know their Monday, and are said in words', () => {
    expect(mondayOf('2025-03-09')).toBe('2025-03-03');
    expect(mondayOf('2025-03-03')).toBe('2025-03-03');
    expect(spokenDay('2025-03-04')).toBe('Tuesday, 4 March 2025');
    expect(localToday(new Date(2025, 0, 5, 23, 59))).toBe('2025-01-05');
  });
});
