// What is found is marked and replaced by its offsets: one that is off by a letter spoils the text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyQuery, textFinder, type FindQuery } from '#shared/find/text-finder.ts';

const found = (text: string, query: Partial<FindQuery>): readonly string[] => {
  const finder = textFinder({ ...emptyQuery, ...query });
  if (!finder.ok) throw new Error(finder.failure);
  return finder.value(text).map(({ start, end }) => text.slice(start, end));
};

describe('a text that is looked for', () => {
  test.each<[string, string, Partial<FindQuery>, readonly string[]]>([
    ['in any case', 'Order and ORDER, orders', { text: 'order' }, ['Order', 'ORDER', 'order']],
    ['as it is written', 'Order and order', { text: 'order', matchCase: true }, ['order']],
    ['as a whole word', 'order, orders, pre-order', { text: 'order', wholeWord: true }, ['order', 'order']],
    ['a whole word of another script', 'łódź, łódźki', { text: 'ŁÓDŹ', wholeWord: true }, ['łódź']],
    ['an underscore belongs to a word', 'order_id order', { text: 'order', wholeWord: true }, ['order']],
    [
      'whole words beside signs',
      '{{order}} a{{order}}',
      { text: '{{order}}', wholeWord: true },
      ['{{order}}', '{{order}}'],
    ],
    ['signs of patterns mean themselves', 'a.b a+b (a)', { text: 'a.b' }, ['a.b']],
    ['a slash and a hyphen too', '/users/a-b', { text: '/users/a-b' }, ['/users/a-b']],
    ['letters that grow in lower case', 'İstanbul x', { text: 'x' }, ['x']],
    ['emoji', '👍👍🏽', { text: '👍' }, ['👍', '👍']],
    [
      'a pattern',
      'order 12, order 7',
      { text: String.raw`order \d+`, isPattern: true },
      ['order 12', 'order 7'],
    ],
    ['a pattern at the ends of lines', 'a1\nb1', { text: '^b', isPattern: true }, ['b']],
    ['a pattern in its case', 'A a', { text: 'a', isPattern: true, matchCase: true }, ['a']],
    ['a pattern after emoji', '👍 a1', { text: String.raw`a\d`, isPattern: true }, ['a1']],
    ['a pattern that matches nothing between letters', 'xaax', { text: 'a*', isPattern: true }, ['aa']],
    ['a pattern as a whole word', 'ab abc', { text: 'ab', isPattern: true, wholeWord: true }, ['ab']],
  ])('%s', (_name, text, query, expected) => expect(found(text, query)).toEqual(expected));

  test('nothing is found of nothing', () => expect(found('abc', { text: '' })).toEqual([]));

  test.each(['(', '(?=a)', String.raw`(a)\1`, 'a{9999}'])(
    'the pattern %s is told about in a sentence',
    (text) => {
      const finder = textFinder({ ...emptyQuery, text, isPattern: true });
      expect(finder.ok ? '' : finder.failure).toMatch(/^The pattern .+\.$/);
    },
  );
});

test('whatever stands between other texts is found there, and where it is said to be', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string(),
      (before, wanted, after) => {
        const text = before + wanted + after;
        const finder = textFinder({ ...emptyQuery, text: wanted, matchCase: true });
        const ranges = finder.ok ? finder.value(text) : [];
        expect(ranges.length).toBeGreaterThan(0);
        let last = 0;
        for (const { start, end } of ranges) {
          expect(text.slice(start, end)).toBe(wanted);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      },
    ),
  );
});
