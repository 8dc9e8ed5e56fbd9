import type { StepWay } from '../debugger/run-order.ts';
import { asPaused } from './project-pause.ts';
import { projectRunEvent } from './project-run-event.ts';
import type { RunEvent } from './run-event.ts';
import type { RunView } from './run-view.ts';

/** A moment of a run that one can go back to: before a node was done. */
export interface Moment {
  /** The number of the event by which the node was entered: this is how the host knows the moment. */
  readonly seq: number;
  /** How many events had happened by then. */
  readonly events: number;
  /** In how many loops the run was, and whether it had come back to the innermost of them. */
  readonly loops: number;
  readonly isAtLoop: boolean;
}

/** Of every so many events the view is kept, so that any moment is projected from one that is near. */
const keptEvery = 100;

/** Memory that the events of one run may take, roughly, before its past is given up. */
const mostBytes = 64 * 1024 * 1024;
/** What an event without a value takes, roughly. */
const usualBytes = 400;

/**
 * The events of a run, kept so that it can be looked at as it was: any number of them from the first is a view of the run.
 * Going back and forth only ever reads this; nothing of the run itself is moved.
 */
export class RunPast {
  readonly #events: RunEvent[] = [];
  readonly #views = new Map<number, RunView>();
  #moments: Moment[] = [];
  #bytes = 0;

  /** Takes the next event, and the view that the run has after it. */
  add(event: RunEvent, view: RunView): void {
    this.#bytes += bytesOf(event);
    if (this.isGivenUp) {
      this.#giveUp();
      return;
    }
    this.#events.push(event);
    const count = this.#events.length;
    if (count % keptEvery === 0) this.#views.set(count, view);
    this.#note(event, count, view);
  }

  /** Whether the run became too long to be looked back into. */
  get isGivenUp(): boolean {
    return this.#bytes > mostBytes;
  }

  get bytes(): number {
    return this.isGivenUp ? 0 : this.#bytes;
  }

  get moments(): readonly Moment[] {
    return this.#moments;
  }

  /** The number of events so far. */
  get length(): number {
    return this.#events.length;
  }

  /** The run as it was after so many events; standing still, since one looks at it. */
  viewAt(count: number): RunView | undefined {
    let view: RunView | undefined;
    let from = Math.floor(count / keptEvery) * keptEvery;
    for (; from > 0 && view === undefined;) {
      view = this.#views.get(from);
      if (view === undefined) from -= keptEvery;
    }
    for (const event of this.#events.slice(from, count)) view = projectRunEvent(view, event);
    return view === undefined ? undefined : asPaused(view);
  }

  /** The moment before one: of the run as it is now with `null`. There is none before the first. */
  before(events: number | null): Moment | undefined {
    const now = events ?? this.length;
    return this.#moments.findLast((moment) => moment.events < now);
  }

  /**
   * The moment after one; none where the next one is the run as it is now. A step over a loop and one out of its body
   * pass the moments in it, as they do in a run that is under way.
   */
  after(events: number, way: StepWay = 'into'): Moment | undefined {
    const from = this.#moments.findLast((moment) => moment.events <= events);
    const next = this.#moments.find((moment) => moment.events > events && isStepEnd(moment, from, way));
    return next?.events === this.length ? undefined : next;
  }

  /** The moment that is looked at, or at which the run stands still. */
  at(events: number | null): Moment | undefined {
    const now = events ?? this.length;
    return this.#moments.findLast((moment) => moment.events === now);
  }

  // What a person does while the run stands at a node belongs to the moment before the node is done.
  #note(event: RunEvent, count: number, { loops }: RunView): void {
    if (event.type === 'node-entered') {
      const isAtLoop = loops.at(-1) === event.nodeId;
      this.#moments.push({ seq: event.seq, events: count, loops: loops.length, isAtLoop });
    }
    const last = this.#moments.at(-1);
    const stands = event.type === 'paused' || event.type === 'variable-edited';
    if (stands && last?.events === count - 1)
      this.#moments[this.#moments.length - 1] = { ...last, events: count };
  }

  #giveUp(): void {
    this.#events.length = 0;
    this.#moments = [];
    this.#views.clear();
  }
}

function isStepEnd(moment: Moment, from: Moment | undefined, way: StepWay): boolean {
  if (way === 'into' || from === undefined) return true;
  // A step over a loop that was come back to is not to end in its body.
  return way === 'over' ? moment.loops <= from.loops - Number(from.isAtLoop) : moment.loops < from.loops;
}

function bytesOf(event: RunEvent): number {
  const hasValue = event.type === 'variable-set' || event.type === 'variable-edited';
  return usualBytes + (hasValue ? event.value.json.length : 0);
}
