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

it('of long texts marks no more than what differs, wherever that is', () => {
  const long = Array.from({ length: 5000 }, (_, at) => (at % 3 === 0 ? `id ${String(at)}` : 'word'));
  const changed = long.toSpliced(4000, 1, 'other').toSpliced(2001, 1).toSpliced(10, 0, 'new', 'new');
  const marked = lineDiff(long, changed).filter(({ actual, expected }) => actual !== expected);
  expect(marked).toEqual([
    { expected: null, actual: 'new' },
    { expected: null, actual: 'new' },
    { expected: long[2001], actual: null },
    { expected: long[4000], actual: 'other' },
  ]);
});

it('of long texts keeps every line of both sides too', () => {
  const rows = fc.array(fc.nat(40).map(String), { minLength: 1001, maxLength: 1300 });
  fc.assert(
    fc.property(rows, rows, (expected, actual) => {
      const diff = lineDiff(expected, actual);
      expect(diff.flatMap((line) => (line.expected === null ? [] : [line.expected]))).toEqual(expected);
      expect(diff.flatMap((line) => (line.actual === null ? [] : [line.actual]))).toEqual(actual);
    }),
    { numRuns: 10 },
  );
});

it('sets long texts that share no line of their own side by side as they come', () => {
  const text = (word: string) => Array.from({ length: 1500 }, (_, at) => `${word}${String(at % 2)}`);
  expect(lineDiff(text('a'), text('b'))).toHaveLength(1500);
});
