// Counts the timers that a piece of work has set and neither seen go off nor taken back, whoever else sets some.
import { AsyncLocalStorage, createHook } from 'node:async_hooks';

/** The timers of one piece of work: also those that would let the process end. */
export interface OpenTimers extends Disposable {
  /** Does the work, whose timers count: those set in it, and those set later by what it has begun. */
  readonly of: <T>(work: () => T) => T;
  /** How many are open, once all that were taken back are known to be. */
  readonly count: () => Promise<number>;
}

/** Counts from now on. */
export function openTimers(): OpenTimers {
  const inWork = new AsyncLocalStorage<true>();
  const open = new Set<number>();
  const hook = createHook({
    init: (id, type) => {
      if (type === 'Timeout' && inWork.getStore() === true) open.add(id);
    },
    destroy: (id) => {
      open.delete(id);
    },
  }).enable();
  return {
    of: (work) => inWork.run(true, work),
    async count() {
      // What is taken back is told of in the next turn of the event loop.
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      return open.size;
    },
    [Symbol.dispose]: () => void hook.disable(),
  };
}
