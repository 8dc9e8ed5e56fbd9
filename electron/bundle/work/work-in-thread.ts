import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { BundleTasks } from './bundle-tasks.ts';
import type { WorkAnswered, WorkAsked } from './bundle-worker.ts';

/** Has a piece of work on a bundle done, somewhere where it holds nobody up. */
export type BundleWork = <Task extends keyof BundleTasks>(
  task: Task,
  input: Parameters<BundleTasks[Task]>[0],
) => Promise<Awaited<ReturnType<BundleTasks[Task]>>>;

/** The thread ended before it had answered, as one does that takes more memory than there is. */
export class WorkStopped extends Error {
  constructor() {
    super('The thread that works on bundles has ended.');
  }
}

/** What is answered, or this where the thread ended before. */
export async function answeredOr<Answer>(asked: Promise<Answer>, stopped: Answer): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WorkStopped) return stopped;
    throw error;
  }
}

interface Asker {
  readonly resolve: (output: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A thread that works on bundles (`bundle-worker.ts`). It begins when it is first needed, and one that ended is followed by
 * a new one, which knows of no bundle.
 *
 * @param file the built script of the thread
 */
export function workInThread(file: string, resourceLimits: ResourceLimits = {}): BundleWork {
  let worker: Worker | null = null;
  let asked = 0;
  const waiting = new Map<number, Asker>();
  const begun = (): Worker => {
    const begins = new Worker(file, { resourceLimits });
    begins.on('message', (answer: WorkAnswered) => {
      const asker = waiting.get(answer.number);
      waiting.delete(answer.number);
      // A thread without work keeps nobody from ending.
      if (waiting.size === 0) begins.unref();
      if ('error' in answer) asker?.reject(answer.error);
      else asker?.resolve(answer.output as never);
    });
    // What went wrong is told by the end that follows.
    begins.on('error', () => undefined);
    begins.on('exit', () => {
      worker = null;
      for (const { reject } of waiting.values()) reject(new WorkStopped());
      waiting.clear();
    });
    return begins;
  };
  return (task, input) =>
    new Promise((resolve, reject) => {
      worker ??= begun();
      asked += 1;
      waiting.set(asked, { resolve, reject });
      worker.ref();
      worker.postMessage({ number: asked, task, input } satisfies WorkAsked);
    });
}
