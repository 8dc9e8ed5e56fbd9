// Days, moments and facts as the list of past runs says them.
import { describe, expect, it } from 'vitest';
import { dayWords, whenWords } from '../../../../../renderer/features/history/run-words.ts';
import { momentWords } from '../../../../../renderer/ui/status/moment-words.ts';
import { filterTags, spanOf, spanStart } from '../../../../../renderer/features/history/filter-entries.ts';
import { noRunFilter } from '#shared/run-history/matching-runs.ts';

const local = (month: number, day: number, hour: number, minute: number, year = 2026) =>
  new Date(year, month - 1, day, hour, minute);
const now = local(11, 28, 15, 30).getTime();
const iso = (...moment: Parameters<typeof local>) => local(...moment).toISOString();

describe('a day', () => {
  it.each([
    [iso(11, 28, 0, 0), 'Today'],
    [iso(11, 27, 23, 59), 'Yesterday'],
    [iso(11, 26, 23, 59), '26 Nov'],
    [iso(1, 2, 12, 0), '2 Jan'],
    [iso(11, 28, 15, 30, 2025), '28 Nov 2025'],
  ])('of %s is %s', (startedAt, words) => {
    expect(dayWords(startedAt, now)).toBe(words);
  });
});

describe('a moment', () => {
  it.each([
    [iso(11, 28, 15, 30), 'just now'],
    [iso(11, 28, 15, 28), '2 min ago'],
    [iso(11, 28, 14, 31), '59 min ago'],
    [iso(11, 28, 14, 30), '14:30'],
    [iso(11, 27, 9, 5), '09:05'],
  ])('of %s is %s in its day', (startedAt, words) => {
    expect(whenWords(startedAt, now)).toBe(words);
  });

  it('has its day in a sentence', () => {
    expect(momentWords(iso(11, 27, 14, 2), now)).toBe('27 Nov, 14:02');
    expect(momentWords(iso(11, 27, 14, 2, 2024), now)).toBe('27 Nov 2024, 14:02');
  });
});

describe('a filter', () => {
  it('says what it asks for, and how to take each part back', () => {
    const filter = { ...noRunFilter, outcome: 'cancelled' as const, environment: '', pinnedOnly: true };
    expect(filterTags(filter, [], now)).toEqual([
      { word: 'Stopped', without: { outcome: null } },
      { word: 'No environment', without: { environment: null } },
      { word: 'Pinned', without: { pinnedOnly: false } },
    ]);
    expect(filterTags(noRunFilter, [], now)).toEqual([]);
  });

  it('knows its span by the moment it began', () => {
    for (const span of ['today', 'week'] as const)
      expect(spanOf({ ...noRunFilter, sinceMs: spanStart(span, now) }, now)).toBe(span);
    expect(spanStart('week', now)).toBe(local(11, 22, 0, 0).getTime());
  });
});
