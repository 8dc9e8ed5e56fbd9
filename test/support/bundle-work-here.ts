// Work on bundles without a thread: what goes in and out is copied as between threads, so that what cannot be fails here too.
import { bundleTasks } from '#electron/bundle/work/bundle-tasks.ts';
import type { BundleWork } from '#electron/bundle/work/work-in-thread.ts';

/** The tasks in this thread. The built thread itself is tested in `test/integration/bundle/bundle-worker.test.ts`. */
export function bundleWorkHere(): BundleWork {
  const tasks = bundleTasks() as Record<string, (input: unknown) => unknown>;
  const copied = async (task: string, input: unknown): Promise<unknown> =>
    structuredClone(await tasks[task]?.(structuredClone(input)));
  return (task, input) => copied(task, input) as never;
}
