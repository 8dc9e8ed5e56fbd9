// Times are told in words that have to be right at each border between units.
import { describe, expect, it } from 'vitest';
import { ago } from '../../../../renderer/ui/status/ago.ts';

const now = Date.parse('2026-11-22T14:00:00Z');

describe('how long ago', () => {
  it.each([
    ['2026-11-22T14:00:00Z', 'just now'],
    ['2026-11-22T13:59:01Z', 'just now'],
    ['2026-11-22T13:59:00Z', '1 minute ago'],
    ['2026-11-22T13:18:00Z', '42 minutes ago'],
    ['2026-11-22T12:00:00Z', '2 hours ago'],
    ['2026-11-21T14:00:00Z', 'yesterday'],
    ['2026-11-20T13:59:00Z', '2 days ago'],
    ['2026-10-01T00:00:00Z', 'last month'],
    ['2024-01-01T00:00:00Z', '2 years ago'],
    // The clock was set back, or the minute shown is not over yet.
    ['2026-11-22T14:00:30Z', 'just now'],
    ['not a time', ''],
  ])('%s is "%s"', (then, words) => {
    expect(ago(then, now)).toBe(words);
  });
});
