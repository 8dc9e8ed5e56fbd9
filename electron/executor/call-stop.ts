import { type LongTimer, startLongTimer } from './long-timer.ts';

/** What can end a call from outside in any phase: the user's cancel and the total clock, whichever comes first. */
export class CallStop {
  /** Aborted by either of the two. */
  readonly signal: AbortSignal;
  readonly #cancel: AbortSignal;
  readonly #timer: LongTimer | null = null;
  readonly #onCancel: (() => void) | null = null;
  readonly #controller: AbortController | null = null;
  #totalStruck = false;

  /** @param totalMs from now on; `null` is off */
  constructor(cancel: AbortSignal, totalMs: number | null) {
    this.#cancel = cancel;
    this.signal = cancel;
    if (totalMs === null || cancel.aborted) return;
    const controller = new AbortController();
    this.#controller = controller;
    this.signal = controller.signal;
    this.#onCancel = () => controller.abort();
    cancel.addEventListener('abort', this.#onCancel, { once: true });
    this.#timer = startLongTimer(totalMs, () => this.strikeTotal());
  }

  /** The total clock strikes now; nothing where it is off or the call is stopped already. */
  strikeTotal(): void {
    if (this.#controller === null || this.signal.aborted) return;
    this.#totalStruck = true;
    this.#controller.abort();
  }

  /** Why the signal is aborted. */
  get code(): 'cancelled' | 'timeout-total' {
    return this.#totalStruck ? 'timeout-total' : 'cancelled';
  }

  /** Lets go of the timer and of the caller's signal, which may outlive many calls. */
  dispose(): void {
    this.#timer?.stop();
    if (this.#onCancel !== null) this.#cancel.removeEventListener('abort', this.#onCancel);
  }
}
