/** Runs operations one after the other, so that none sees what another has half done. */
export interface OneAtATime {
  /** Runs the operation when all before it have ended, however they ended. */
  run<Result>(operation: () => Promise<Result>): Promise<Result>;
  /** Resolves when everything that was asked for so far has ended. */
  idle(): Promise<void>;
}

/** A queue of its own; operations of different queues do not wait for each other. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(operation) {
      const result = last.then(operation);
      last = result.catch(() => undefined);
      return result;
    },
    async idle() {
      await last;
    },
  };
}
