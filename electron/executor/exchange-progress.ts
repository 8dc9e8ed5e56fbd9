import type { Timeouts } from '#shared/endpoint/timeouts.ts';
import { ExchangeClocks } from './exchange-clocks.ts';
import type { ErrorPlace } from './failure-of-error.ts';
import type { StandInExchange } from './stand-in/stand-in-exchange.ts';
import { PhaseTimeline, type PhaseTiming } from './phase-timeline.ts';

/** The code of the clock that struck. */
export type StruckClock = 'timeout-connect' | 'timeout-response' | 'timeout-idle';

/** What making a connection begins with. */
export type ConnectingStep = 'dns' | 'connect';

/** Where an exchange stands: its phase, how long the phases took, and the clock that runs in the present one. */
export class ExchangeProgress {
  readonly #timeline: PhaseTimeline;
  readonly #clocks: ExchangeClocks;
  readonly #standIn: StandInExchange | null;
  #phase: ErrorPlace['phase'];
  /** Whether the bytes that came last were an interim response (1xx). */
  #interim = false;

  constructor(
    first: ConnectingStep,
    timeouts: Timeouts,
    onPhase: (timing: PhaseTiming) => void,
    onStruck: (code: StruckClock, limitMs: number) => void,
    standIn: StandInExchange | null = null,
  ) {
    this.#phase = standIn?.firstStep ?? first;
    this.#standIn = standIn;
    standIn?.listen(() => this.#clocks.strike());
    this.#timeline = new PhaseTimeline(onPhase);
    this.#clocks = new ExchangeClocks(timeouts, (clock, limitMs) => {
      // Between the first byte and the end of the head the wait is over already.
      if (clock === 'idle' && this.#phase === 'wait') this.#phase = 'read';
      onStruck(`timeout-${clock}`, limitMs);
    });
    this.#clocks.start('connect');
  }

  get phase(): ErrorPlace['phase'] {
    return this.#phase;
  }

  get timings(): readonly PhaseTiming[] {
    return this.#timeline.timings;
  }

  get elapsedMs(): number {
    return this.#timeline.elapsedMs;
  }

  /** A new connection has come to this step. */
  onConnecting(phase: ConnectingStep | 'tls'): void {
    this.#phase = phase;
    this.#timeline.enter(phase);
  }

  /** A proxy is asked to connect, which is timed as connecting: no byte of the request has been sent. */
  onProxy(): void {
    this.#phase = 'proxy';
  }

  /** The connection stands: the request is sent. */
  onConnected(): void {
    this.#phase = 'send';
    this.#timeline.enter('send');
    this.#clocks.start('idle');
  }

  /** Some of the request has left. */
  onSending(): void {
    this.#clocks.moved();
  }

  /** All of the request has left. A server that answered before has ended the wait already. */
  onSent(): void {
    if (this.#phase !== 'send') return;
    this.#phase = 'wait';
    this.#timeline.enter('wait');
    this.#clocks.start('response');
    this.#standIn?.requestSent();
  }

  /** The bytes that are reported next were only an interim response. */
  onInterim(): void {
    this.#interim = true;
  }

  /** The first byte of the final response ends the response clock; an interim one is a sign of life and restarts it. */
  onBytes(): void {
    const isWaiting = this.#phase === 'wait' && this.#clocks.running === 'response';
    if (isWaiting) this.#clocks.start(this.#interim ? 'response' : 'idle');
    else this.#clocks.moved();
    this.#interim = false;
  }

  /** The head of the response is complete: its body comes. */
  onHead(): void {
    this.#phase = 'read';
    this.#timeline.enter('download');
    this.#clocks.start('idle');
  }

  /** While our own side does not read, silence is not the server's. */
  onHeld(held: boolean): void {
    this.#clocks.hold(held);
  }

  /** The last byte has come; unpacking may go on. */
  onReceived(): void {
    this.#phase = 'decode';
    this.stop();
  }

  /** No clock runs any more and the last phase is over. */
  stop(): void {
    this.#clocks.stop();
    this.#timeline.enter(null);
  }
}
