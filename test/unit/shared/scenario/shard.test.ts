// Parts of a suite: together they are the whole, no scenario is in two, and the work is shared out by time.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shardOf } from '#shared/scenario/shard.ts';

const things = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 40 })
  .map((ids) => ids.map((id) => ({ id })));

it('every scenario is in exactly one part, in its place, whatever is known of times', () => {
  fc.assert(
    fc.property(
      things,
      fc.integer({ min: 1, max: 9 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.nat(9999)),
      (all, count, times) => {
        const parts = Array.from({ length: count }, (_, at) => shardOf(all, { index: at + 1, count }, times));
        expect(
          parts
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(all.map(({ id }) => id).sort());
        for (const part of parts) expect(part).toEqual(all.filter((thing) => part.includes(thing)));
      },
    ),
  );
});

it('no part takes longer than the shortest by more than the longest scenario', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      (took, count) => {
        const all = took.map((_, at) => ({ id: `s${String(at)}` }));
        const times = Object.fromEntries(took.map((ms, at) => [`s${String(at)}`, ms]));
        const loads = Array.from({ length: count }, (_, at) =>
          shardOf(all, { index: at + 1, count }, times).reduce((sum, { id }) => sum + (times[id] ?? 0), 0),
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(...took));
      },
    ),
  );
});

it('what has no time yet counts as the average, and without any times all count the same', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const sizes = (times: Record<string, number>) =>
    [1, 2].map((index) =>
      shardOf(all, { index, count: 2 }, times)
        .map(({ id }) => id)
        .join(''),
    );
  expect(sizes({})).toEqual(['ac', 'bd']);
  expect(sizes({ d: 1000, a: 1, b: 1, c: 1 })).toEqual(['d', 'abc']);
});
