// Two texts side by side: nothing of either is lost, and what they share stands together.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineDiff } from '#shared/scenario/line-diff.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });

it('puts what is shared together and what differs beside each other', () => {
  expect(lineDiff(['a', 'b', 'c'], ['a', 'x', 'y', 'c'])).toEqual([
    { expected: 'a', actual: 'a' },
    { expected: 'b', actual: 'x' },
    { expected: null, actual: 'y' },
    { expected: 'c', actual: 'c' },
  ]);
});

it('keeps every line of both sides in order', () => {
  fc.assert(
    fc.property(lines, lines, (expected, actual) => {
      const diff = lineDiff(expected, actual);
      expect(diff.flatMap((line) => (line.expected === null ? [] : [line.expected]))).toEqual(expected);
      expect(diff.flatMap((line) => (line.actual === null ? [] : [line.actual]))).toEqual(actual);
    }),
  );
});

it('of the same text marks nothing', () => {
  fc.assert(
    fc.property(lines, (text) => {
      expect(lineDiff(text, text).every(({ actual, expected }) => actual === expected)).toBe(true);
    }),
  );
});

it('sets very long texts side by side as they come', () => {
  const long = Array.from({ length: 1500 }, (_, at) => String(at));
  expect(lineDiff(long, long.slice(1))).toHaveLength(1500);
});
