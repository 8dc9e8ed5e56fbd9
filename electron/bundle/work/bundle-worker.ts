// The thread that works on bundles: it answers one message with another, and keeps the bundle that somebody looks at.
import { parentPort } from 'node:worker_threads';
import { bundleTasks, type BundleTasks } from './bundle-tasks.ts';

/** What the main thread asks, and what it is answered, by the number of the question. */
export interface WorkAsked {
  readonly number: number;
  readonly task: keyof BundleTasks;
  readonly input: unknown;
}
export type WorkAnswered = { readonly number: number } & (
  { readonly output: unknown } | { readonly error: unknown }
);

const tasks = bundleTasks() as Record<keyof BundleTasks, (input: never) => unknown>;

parentPort?.on('message', ({ input, number, task }: WorkAsked) => {
  void answered(number, () => tasks[task](input as never));
});

async function answered(number: number, work: () => unknown): Promise<void> {
  try {
    const output = await work();
    parentPort?.postMessage({ number, output } satisfies WorkAnswered, givenAway(output));
  } catch (error) {
    parentPort?.postMessage({ number, error } satisfies WorkAnswered);
  }
}

/** A bundle that was made is handed over and not copied. */
function givenAway(output: unknown): ArrayBuffer[] {
  const { value } = (output ?? {}) as { readonly value?: unknown };
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
}
