// What an environment's secret is bound to, and how people read it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmedOrigins, originsIn } from '#shared/secret/confirmed-origins.ts';
import { originInWords } from '#shared/secret/origin-in-words.ts';
import { secretOrigin } from '#shared/secret/secret-origin.ts';

describe('confirmed origins', () => {
  it('are read as they were written, in one order and without repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (origins) => {
        expect(originsIn(confirmedOrigins(origins))).toEqual([...new Set(origins)].sort());
      }),
    );
  });

  it.each(['', 'https://shop.example', '{"a":1}', '[1]'])('are none in %j', (bound) => {
    expect(originsIn(bound)).toEqual([]);
  });
});

describe('an origin in words', () => {
  it.each([
    [secretOrigin('https://shop.example/v2', []), 'https://shop.example'],
    [
      secretOrigin('https://{{host}}/v2', ['b.example', 'a.example']),
      'https://{{host}} (a.example, b.example)',
    ],
    [secretOrigin('https://{{host}}', []), 'https://{{host}} (no host is allowed yet)'],
    ['x [no list]', 'x [no list]'],
  ])('reads %s', (origin, words) => {
    expect(originInWords(origin)).toBe(words);
  });
});
