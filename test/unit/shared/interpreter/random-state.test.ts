// Chance is part of the state, so that a run can be repeated; the generator is held against its definition.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomSource, type RandomState } from '#shared/interpreter/random-state.ts';

const uint32 = fc.nat(0xffffffff);
const anyState = fc.tuple(uint32, uint32, uint32, uint32);

describe('randomSource', () => {
  test('draws what the definition of sfc32 gives', () => {
    // Worked out by hand: 1+2+1; then a=2, b=3+8*3=27, counter=2; then a=27, c was 3*2^21+4, b=9c, counter=3.
    const source = randomSource([1, 2, 3, 1]);
    const third = 27 + 9 * (3 * 2 ** 21 + 4) + 3;
    expect([source.uint32(), source.uint32(), source.uint32()]).toEqual([4, 2 + 27 + 2, third]);
  });

  test('goes on from its state as if it had never stopped', () => {
    fc.assert(
      fc.property(anyState, fc.nat(20), (start, draws) => {
        const whole = randomSource(start);
        for (let index = 0; index < draws; index += 1) whole.uint32();
        const resumed = randomSource(JSON.parse(JSON.stringify(whole.state())) as RandomState);
        expect(resumed.uint32()).toBe(whole.uint32());
      }),
    );
  });

  test('draws fractions from 0 up to and not including 1', () => {
    fc.assert(
      fc.property(anyState, (start) => {
        const fraction = randomSource(start).fraction();
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThan(1);
      }),
    );
  });

  test('makes identifiers of version 4 that differ', () => {
    fc.assert(
      fc.property(anyState, (start) => {
        const source = randomSource(start);
        const first = source.uuid();
        expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(source.uuid()).not.toBe(first);
      }),
    );
  });

  test('forks draws that differ from its own', () => {
    const source = randomSource([5, 6, 7, 8]);
    const fork = randomSource(source.fork());
    const own = Array.from({ length: 8 }, () => source.uint32());
    const forked = Array.from({ length: 8 }, () => fork.uint32());
    expect(own.filter((draw) => forked.includes(draw))).toEqual([]);
  });
});
