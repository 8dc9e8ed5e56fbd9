import { createScrubber, type Scrubber } from '#shared/secret/scrubber.ts';

/** Values that are prepared for searching together: a new one costs the preparation of so many at most. */
const generationSize = 40;

/** A value that was in use within the last half of them is always known. */
const mostGenerations = 12;

interface Generation {
  readonly values: Set<string>;
  readonly scrubbers: Map<string, Scrubber>;
}

/**
 * The values of cookies that calls used last. Servers may change them with every answer, so that remembering all of them,
 * as with secrets, would make every call slower than the one before it.
 */
export class RecentCookies {
  /** The newest last. */
  #generations: Generation[] = [];

  /** Whether any of them was not known. */
  add(values: Iterable<string>): boolean {
    let hasNew = false;
    for (const value of values) {
      const recent = this.#generations.slice(-mostGenerations / 2);
      if (value === '' || recent.some((generation) => generation.values.has(value))) continue;
      this.#newest().values.add(value);
      hasNew = true;
    }
    return hasNew;
  }

  has(value: string): boolean {
    return this.#generations.some((generation) => generation.values.has(value));
  }

  get isEmpty(): boolean {
    return this.#generations.length === 0;
  }

  /** Scrubbers that together find all of them. */
  scrubbers(mask: string): readonly Scrubber[] {
    return this.#generations.map(({ scrubbers, values }) => {
      const scrubber =
        scrubbers.get(mask) ??
        createScrubber(
          [...values].map((value) => ({ value })),
          mask,
        );
      scrubbers.set(mask, scrubber);
      return scrubber;
    });
  }

  /** The generation that takes the next value. What was prepared for it has to be prepared again. */
  #newest(): Generation {
    const last = this.#generations.at(-1);
    if (last !== undefined && last.values.size < generationSize) {
      last.scrubbers.clear();
      return last;
    }
    const next: Generation = { values: new Set(), scrubbers: new Map() };
    this.#generations = [...this.#generations, next].slice(-mostGenerations);
    return next;
  }
}
