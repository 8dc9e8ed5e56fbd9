import type { Timeouts } from '#shared/endpoint/timeouts.ts';
import { type LongTimer, startLongTimer } from './long-timer.ts';

/** The clocks that begin anew with every exchange; `total` runs over the whole call (SEMANTICS, Timeouts). */
export type ExchangeClock = 'connect' | 'response' | 'idle';

/**
 * The one clock that is running in an exchange. Connecting, waiting and moving bytes follow each other, so starting a
 * clock stops the one before.
 *
 * A clock is a deadline. The timer behind it is set as rarely as possible: one that fires too early looks at the deadline
 * and sets itself again.
 */
export class ExchangeClocks {
  readonly #limits: Timeouts;
  readonly #onStruck: (clock: ExchangeClock, limitMs: number) => void;
  #clock: ExchangeClock | null = null;
  #limitMs = 0;
  #deadlineMs = 0;
  #timer: LongTimer | null = null;
  #firesAtMs = Infinity;
  #held = false;

  constructor(limits: Timeouts, onStruck: (clock: ExchangeClock, limitMs: number) => void) {
    this.#limits = limits;
    this.#onStruck = onStruck;
  }

  start(clock: ExchangeClock): void {
    const nowMs = performance.now();
    this.#clock = clock;
    this.#limitMs = limitOf(clock, this.#limits);
    this.#deadlineMs = nowMs + this.#limitMs;
    if (this.#deadlineMs < this.#firesAtMs) this.#setTimer(nowMs);
  }

  /** A byte moved: the idle clock begins again. Only the time is noted, so this may be called for every chunk. */
  moved(): void {
    if (this.#clock === 'idle') this.#deadlineMs = performance.now() + this.#limitMs;
  }

  /** While our own side is busy (a full disk queue), silence is not the server's; `false` lets the idle clock go on. */
  hold(held: boolean): void {
    this.#held = held;
    this.moved();
  }

  /** The clock that runs strikes before its time, as if it were over. */
  strike(): void {
    if (this.#clock !== null) this.#onStruck(this.#clock, this.#limitMs);
  }

  get running(): ExchangeClock | null {
    return this.#clock;
  }

  stop(): void {
    this.#timer?.stop();
    this.#timer = null;
    this.#firesAtMs = Infinity;
    this.#clock = null;
  }

  #setTimer(nowMs: number): void {
    this.#timer?.stop();
    this.#firesAtMs = this.#deadlineMs;
    this.#timer = startLongTimer(this.#deadlineMs - nowMs, () => this.#onFire());
  }

  #onFire(): void {
    if (this.#clock === null) return;
    const nowMs = performance.now();
    if (this.#held) this.moved();
    // A timer may fire a fraction of a millisecond early, which is no reason to wait for another round.
    if (this.#deadlineMs - nowMs >= 1) this.#setTimer(nowMs);
    else this.#onStruck(this.#clock, this.#limitMs);
  }
}

function limitOf(clock: ExchangeClock, limits: Timeouts): number {
  if (clock === 'connect') return limits.connectMs;
  return clock === 'response' ? limits.responseMs : limits.idleMs;
}
