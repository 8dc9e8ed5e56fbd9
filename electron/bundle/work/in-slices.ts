import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long the event loop may be held at a stretch by one step after the other. */
const sliceMs = 8;

/** Does something with each of many things, and lets everything else that waits have its turn in between. */
export async function inSlices<Item, Result>(
  items: Iterable<Item>,
  step: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let began = performance.now();
  for (const item of items) {
    results.push(step(item));
    if (performance.now() - began < sliceMs) continue;
    await nextTurn();
    began = performance.now();
  }
  return results;
}
