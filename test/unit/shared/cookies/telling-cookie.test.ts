// Which values of cookies are looked for in what leaves: those that could open a session, and not what says a preference.
import { expect, it } from 'vitest';
import { tellingForms } from '#shared/cookies/telling-cookie.ts';

it.each([
  ['en-GB', []],
  ['1', []],
  ['dark-mode', []],
  ['accepted_all', []],
  ['1700000000000', []],
  ['2026-01-02', []],
  ['aZ3kQ9x', []],
  ['aZ3kQ9x1', ['aZ3kQ9x1']],
  ['"aZ3kQ9x1"', ['aZ3kQ9x1']],
  ['12345678901234567', ['12345678901234567']],
  ['qwkjhzxmnvqwkjhzxmnvqwkjhzx', ['qwkjhzxmnvqwkjhzxmnvqwkjhzx']],
  ['s%3AaZ3kQ9x1.sig', ['s%3AaZ3kQ9x1.sig', 's:aZ3kQ9x1.sig']],
  ['100%sure-of-1', ['100%sure-of-1']],
])('of %s it looks for %j', (value, forms) => {
  expect(tellingForms(value)).toEqual(forms);
});
