import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import { haltAt, type Arrival, type Halt, type RunOrder } from '#shared/debugger/run-order.ts';
import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import type { Program } from '#shared/interpreter/program.ts';
import { currentNodeId, type RunState } from '#shared/interpreter/run-state.ts';
import type { RunEventOf } from '#shared/run-events/run-event.ts';

/** Whether a run may do the node it stands before: what the person ordered, and the breakpoints. */
export class RunControl {
  #breakpoints: readonly Breakpoint[];
  #order: RunOrder;
  #arrival: Arrival | null = null;
  #isPaused = false;
  /** The node at hand was stopped at already: it is done next, whatever is set on it. */
  #isCleared = false;

  constructor(breakpoints: readonly Breakpoint[], order: RunOrder) {
    this.#breakpoints = breakpoints;
    this.#order = order;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  get breakpoints(): readonly Breakpoint[] {
    return this.#breakpoints;
  }

  set breakpoints(breakpoints: readonly Breakpoint[]) {
    this.#breakpoints = breakpoints;
  }

  /** Hears what a step told, to know by which exit the run comes to the next node. */
  saw(events: readonly EventDraft[]): void {
    for (const event of events) {
      // The Start of another flow is not come to by the exit that led to the node which runs that flow.
      if (event.type === 'flow-entered') this.#arrival = null;
      if (event.type === 'node-left' && event.nodeId !== undefined)
        this.#arrival = { node: event.nodeId, exit: event.exit, through: event.through };
    }
  }

  /** Asked before each node: the event of standing still, or `null` where the run goes on. */
  halt(program: Program, state: RunState): EventDraft | null {
    const isCleared = this.#isCleared;
    this.#isCleared = false;
    const halt = isCleared ? null : haltAt(program, state, this.#order, this.#breakpoints, this.#arrival);
    return halt === null ? null : this.#stand(state, halt);
  }

  /** Stands still where a run is taken up: in an environment that may be another one than before. */
  takeUp({ environment }: Program, state: RunState): EventDraft {
    const environmentName = environment?.name ?? null;
    return this.#stand(state, { why: 'rerun', exit: null, trouble: null, environmentName });
  }

  #stand(state: RunState, halt: Halt & Pick<RunEventOf<'paused'>, 'environmentName'>): EventDraft {
    this.#isPaused = true;
    this.#order = { go: 'on' };
    const nodeId = currentNodeId(state);
    return { type: 'paused', ...halt, ...(nodeId === null ? {} : { nodeId }) };
  }

  /** Takes an order. Gives the event of going on, where the run stood still; else the order holds for the next node. */
  goOn(state: RunState, order: RunOrder): EventDraft | null {
    this.#order = order;
    if (!this.#isPaused) return null;
    this.#isPaused = false;
    this.#isCleared = true;
    const nodeId = currentNodeId(state);
    return { type: 'resumed', ...(nodeId === null ? {} : { nodeId }) };
  }
}
