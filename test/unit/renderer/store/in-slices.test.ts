// Work in slices: little is done at once, much lets others have a turn, and what is stopped goes no further.
import { expect, test } from 'vitest';
import { inSlices } from '../../../../renderer/store/in-slices.ts';

/** Steps that keep the processor busy for as long as they are told. */
function* busy(steps: number, stepMs: number, onStep: () => void = () => undefined) {
  for (let step = 0; step < steps; step += 1) {
    const untilMs = performance.now() + stepMs;
    while (performance.now() < untilMs);
    onStep();
    yield undefined;
  }
  return steps;
}

test('what takes less than a slice is done at once', () => {
  const done: number[] = [];
  inSlices(busy(3, 0), (result) => done.push(result));
  expect(done).toEqual([3]);
});

test('what takes longer lets others have a turn, and comes to its end', async () => {
  const told: string[] = [];
  setTimeout(() => told.push('another'), 0);
  await new Promise<void>((resolve) => {
    inSlices(busy(4, 9), () => {
      told.push('done');
      resolve();
    });
  });
  expect(told).toEqual(['another', 'done']);
});

test('what is stopped goes no further and tells nothing', async () => {
  let steps = 0;
  const told: number[] = [];
  const stop = inSlices(
    busy(100, 9, () => (steps += 1)),
    (result) => told.push(result),
  );
  stop();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(steps).toBe(1);
  expect(told).toEqual([]);
});
