// How long a deleted document can still be had back.
import { expect, it } from 'vitest';
import { daysLeft } from '#shared/workspace/trashed-document.ts';

const removedAt = '2026-03-04T10:00:00.000Z';

it.each([
  [-59_000, 30],
  [0, 30],
  [24 * 3600 * 1000, 29],
  [29.5 * 24 * 3600 * 1000, 1],
  [40 * 24 * 3600 * 1000, 1],
])('%d ms after the removal %d days are left', (ms, days) => {
  expect(daysLeft({ removedAt }, Date.parse(removedAt) + ms)).toBe(days);
});
