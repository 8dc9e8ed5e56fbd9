import type { RunState } from '#shared/interpreter/run-state.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { KeptBodies } from './kept-bodies.ts';
import type { LargeBodies } from './response-state.ts';
import type { ToRun } from './to-run.ts';

/** A state in which a run had entered a node and done nothing there yet, and what had been told by then. */
export interface Checkpoint {
  readonly state: RunState;
  /** The number of the event by which the node was entered. */
  readonly seq: number;
  /** How many of the run's events had been told. */
  readonly events: number;
}

/** What a run runs in, and what it is made again from. */
export interface RecordedRun {
  readonly what: ToRun;
  readonly bodies: KeptBodies;
  readonly largeBodies: LargeBodies;
}

/** Memory that one run may take, roughly: its checkpoints share almost everything, its events are apart. */
const mostBytes = 64 * 1024 * 1024;
const checkpointBytes = 1500;
const eventBytes = 400;

/**
 * The past of one run, in memory and with its secrets: from each of its checkpoints another run can be made. The states
 * are kept and not the inputs that led to them, since they share what did not change.
 */
export class RunRecording {
  readonly run: RecordedRun;
  #checkpoints: Checkpoint[] = [];
  #events: RunEvent[] = [];
  #bytes = 0;

  constructor(run: RecordedRun) {
    this.run = run;
  }

  /** Hears of events as they are published. */
  note(events: readonly RunEvent[]): void {
    if (this.isTooLong) return;
    for (const event of events) {
      const hasValue = event.type === 'variable-set' || event.type === 'variable-edited';
      this.#bytes += eventBytes + (hasValue ? event.value.json.length : 0);
      this.#events.push(event);
    }
    if (this.#bytes > mostBytes) this.#giveUp();
  }

  /** Hears of a state in which the run may stand still, right after it entered a node. */
  reached(state: RunState): void {
    if (this.isTooLong) return;
    this.#bytes += checkpointBytes;
    const events = this.#events.length;
    this.#checkpoints.push({ state, seq: events - 1, events });
  }

  /** Hears that the state of the last checkpoint was edited: whoever comes back finds it as it was left. */
  amended(state: RunState): void {
    const last = this.#checkpoints.at(-1);
    if (last === undefined) return;
    this.#checkpoints[this.#checkpoints.length - 1] = { ...last, state, events: this.#events.length };
  }

  /** Whether the run became too long for its past to be kept. */
  get isTooLong(): boolean {
    return this.#bytes > mostBytes;
  }

  /** Memory that it takes, roughly. */
  get bytes(): number {
    return this.isTooLong ? 0 : this.#bytes + this.run.largeBodies.sizeBytes;
  }

  /** The checkpoint whose node was entered by this event, or `null`. */
  at(seq: number): Checkpoint | null {
    return this.#checkpoints.find((checkpoint) => checkpoint.seq === seq) ?? null;
  }

  /** The events that had been told at a checkpoint. */
  eventsAt({ events }: Checkpoint): readonly RunEvent[] {
    return this.#events.slice(0, events);
  }

  /** A recording that begins as this one did, to a checkpoint; it hears of the events by itself. */
  sharedTo(checkpoint: Checkpoint, run: RecordedRun): RunRecording {
    const shared = new RunRecording(run);
    shared.#checkpoints = this.#checkpoints.filter(({ seq }) => seq <= checkpoint.seq);
    shared.#bytes = shared.#checkpoints.length * checkpointBytes;
    return shared;
  }

  #giveUp(): void {
    this.#checkpoints = [];
    this.#events = [];
  }
}
