// How long a sign-in is still good is said in the largest unit that tells it well.
import { expect, it } from 'vitest';
import { expiryWords } from '../../../../renderer/ui/status/expiry-words.ts';

const now = Date.parse('2025-03-04T10:20:00.000Z');

it.each([
  [-1, null],
  [0, null],
  [1, 'expires in 1 min'],
  [60 * 52, 'expires in 52 min'],
  [60 * 119, 'expires in 119 min'],
  [3600 * 5, 'expires in 5 h'],
  [86_400 * 30, 'expires in 30 days'],
])('%i seconds before its end', (seconds, words) => {
  expect(expiryWords(new Date(now + seconds * 1000).toISOString(), now)).toBe(words);
});
