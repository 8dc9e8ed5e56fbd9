// The API Call shows what its endpoint decided about redirects, in a few words.
import { expect, it } from 'vitest';
import { redirectPolicySchema } from '#shared/endpoint/endpoint.ts';
import { redirectsInWords } from '#shared/endpoint/redirects-in-words.ts';

it.each([
  [{}, 'followed, at most 10'],
  [{ limit: 3, allowPlainHttp: true }, 'followed, at most 3, also from https to http'],
  [{ policy: 'same-origin', allowPlainHttp: true }, 'followed within the origin, at most 10'],
  [{ policy: 'never', limit: 3 }, 'not followed'],
])('%j is "%s"', (policy, words) => {
  expect(redirectsInWords(redirectPolicySchema.parse(policy))).toBe(words);
});
