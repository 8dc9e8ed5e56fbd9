import type { CallTimeouts } from '#shared/request/call-policy.ts';
import { type LongTimer, startLongTimer } from './long-timer.ts';

/** The clocks that begin anew with every exchange; `total` runs over the whole call (SEMANTICS, Timeouts). */
export type ExchangeClock = 'connect' | 'response' | 'idle';

/**
 * The one clock that is running in an exchange. Connecting, waiting and moving bytes follow each other, so starting a
 * clock stops the one before.
 */
export class ExchangeClocks {
  readonly #limits: CallTimeouts;
  readonly #onStruck: (clock: ExchangeClock, limitMs: number) => void;
  #timer: LongTimer | null = null;
  #clock: ExchangeClock | null = null;
  #movedAtMs = 0;
  #held = false;

  constructor(limits: CallTimeouts, onStruck: (clock: ExchangeClock, limitMs: number) => void) {
    this.#limits = limits;
    this.#onStruck = onStruck;
  }

  start(clock: ExchangeClock): void {
    this.#timer?.stop();
    this.#clock = clock;
    this.#movedAtMs = performance.now();
    this.#timer = startLongTimer(this.#limitMs(clock), () => this.#fire(clock));
  }

  /** A byte moved: the idle clock begins again. Only the time is noted, so this may be called for every chunk. */
  moved(): void {
    this.#movedAtMs = performance.now();
  }

  /** While our own side is busy (a full disk queue), silence is not the server's; `false` lets the idle clock go on. */
  hold(held: boolean): void {
    this.#held = held;
    this.moved();
  }

  get running(): ExchangeClock | null {
    return this.#clock;
  }

  stop(): void {
    this.#timer?.stop();
    this.#clock = null;
  }

  #fire(clock: ExchangeClock): void {
    const limitMs = this.#limitMs(clock);
    const leftMs = clock === 'idle' ? this.#idleLeftMs(limitMs) : 0;
    if (leftMs > 0) this.#timer = startLongTimer(leftMs, () => this.#fire(clock));
    else this.#onStruck(clock, limitMs);
  }

  /** Timers may fire a fraction of a millisecond early, which is no reason to wait for another round. */
  #idleLeftMs(limitMs: number): number {
    if (this.#held) return limitMs;
    const leftMs = this.#movedAtMs + limitMs - performance.now();
    return leftMs < 1 ? 0 : leftMs;
  }

  #limitMs(clock: ExchangeClock): number {
    if (clock === 'connect') return this.#limits.connectMs;
    return clock === 'response' ? this.#limits.responseMs : this.#limits.idleMs;
  }
}
