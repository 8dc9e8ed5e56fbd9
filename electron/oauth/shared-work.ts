interface Flight<Result> {
  readonly result: Promise<Result>;
  readonly stop: AbortController;
  waiting: number;
}

/** Does one piece of work for all who ask for it at the same time, and gives it up once nobody waits for it any more. */
export class SharedWork<Result> {
  readonly #flights = new Map<string, Flight<Result>>();

  /** Joins the work of this name or begins it. `null` where the signal was aborted before its end. */
  async join(
    name: string,
    signal: AbortSignal,
    work: (stop: AbortSignal) => Promise<Result>,
  ): Promise<Result | null> {
    if (signal.aborted) return null;
    const flight = this.#flights.get(name) ?? this.#begin(name, work);
    flight.waiting += 1;
    let onAbort = (): void => undefined;
    const aborted = new Promise<null>((resolve) => {
      onAbort = () => {
        resolve(null);
        this.#leave(name, flight);
      };
    });
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([flight.result, aborted]);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  #begin(name: string, work: (stop: AbortSignal) => Promise<Result>): Flight<Result> {
    const stop = new AbortController();
    const result = work(stop.signal).finally(() => this.#forget(name, flight));
    const flight: Flight<Result> = { result, stop, waiting: 0 };
    // Whoever waits hears of it; where nobody does any more, it is nobody's.
    result.catch(() => undefined);
    this.#flights.set(name, flight);
    return flight;
  }

  #leave(name: string, flight: Flight<Result>): void {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    this.#forget(name, flight);
    flight.stop.abort();
  }

  #forget(name: string, flight: Flight<Result>): void {
    if (this.#flights.get(name) === flight) this.#flights.delete(name);
  }
}
