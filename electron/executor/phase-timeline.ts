import type { PhaseName } from '#shared/run-events/call-events.ts';

/** When a phase of an exchange began, counted from the start of the exchange, and how long it took; in milliseconds. */
export interface PhaseTiming {
  readonly phase: PhaseName;
  readonly startMs: number;
  readonly tookMs: number;
}

/** Measures the phases of one exchange on the monotonic clock; a phase that did not happen has no entry. */
export class PhaseTimeline {
  readonly #startedAtMs = performance.now();
  readonly #timings: PhaseTiming[] = [];
  readonly #onPhase: (timing: PhaseTiming) => void;
  #phase: PhaseName | null = null;
  #enteredAtMs = this.#startedAtMs;

  constructor(onPhase: (timing: PhaseTiming) => void) {
    this.#onPhase = onPhase;
  }

  /** In the order they ended. */
  get timings(): readonly PhaseTiming[] {
    return this.#timings;
  }

  /** Since the exchange began, in milliseconds. */
  get elapsedMs(): number {
    return roundedMs(performance.now() - this.#startedAtMs);
  }

  /** Ends the running phase, if any, and begins the next one; `null` only ends. */
  enter(phase: PhaseName | null): void {
    const nowMs = performance.now();
    const ended = this.#phase;
    const sinceMs = this.#enteredAtMs;
    this.#phase = phase;
    this.#enteredAtMs = nowMs;
    if (ended === null) return;
    const timing = {
      phase: ended,
      startMs: roundedMs(sinceMs - this.#startedAtMs),
      tookMs: roundedMs(nowMs - sinceMs),
    };
    this.#timings.push(timing);
    this.#onPhase(timing);
  }
}

/** Microseconds are as fine as a person or a chart can use, and keep recorded events short. */
export function roundedMs(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
