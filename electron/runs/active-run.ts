import { setImmediate as nextTurn } from 'node:timers/promises';
import { editVariable, type VariableEdit } from '#shared/debugger/edit-variable.ts';
import type { RunOrder } from '#shared/debugger/run-order.ts';
import { advance } from '#shared/interpreter/advance.ts';
import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import type { Program } from '#shared/interpreter/program.ts';
import type { BeginInput, PerformCallEffect, RunInput, WaitEffect } from '#shared/interpreter/run-input.ts';
import { runScope } from '#shared/interpreter/run-scope.ts';
import type { RunState } from '#shared/interpreter/run-state.ts';
import { succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { createAgents } from '../executor/agents.ts';
import { DigestSessions } from '../executor/digest-sessions.ts';
import { createExecutor } from '../executor/execute-call.ts';
import type { EventPublisher } from './event-publisher.ts';
import { callClock, type HostClock } from './host-clock.ts';
import { performCall, type CallSurroundings } from './perform-call.ts';
import type { RunControl } from './run-control.ts';
import type { RunHostPorts } from './run-ports.ts';
import type { RunRecording } from './run-recording.ts';
import { attachmentPath } from './attachment-path.ts';

/** Steps after which the run lets others have a turn, so that a flow that goes round can be cancelled. */
const stepsPerTurn = 50;

/** What a run is made of. */
export interface ActiveRunParts extends Pick<
  CallSurroundings,
  'secrets' | 'bodies' | 'largeBodies' | 'environment' | 'jarOf' | 'tokens' | 'standIn'
> {
  readonly ports: RunHostPorts;
  readonly program: Program;
  readonly state: RunState;
  readonly publisher: EventPublisher;
  /** Where the run is to stand still. */
  readonly control: RunControl;
  /** What one can go back to; `null` for a call that is made alone. */
  readonly recording: RunRecording | null;
  readonly clock: HostClock;
  /** Called once, when the run is over and nothing of it is under way any more. */
  readonly onEnd: () => void;
}

/**
 * A run that is under way: it feeds the interpreter and performs what it wants.
 *
 * Each state in which the run waits for a `step` is a checkpoint: it is recorded, and the run may stand still there.
 */
export class ActiveRun {
  readonly #parts: ActiveRunParts;
  readonly #agents = createAgents();
  readonly #digests = new DigestSessions();
  readonly #stop = new AbortController();
  /** What was said and not yet passed on; whoever hears of an event may answer at once. */
  readonly #inbox: RunInput[] = [];
  #state: RunState;
  #isWorking = false;
  readonly #over: Promise<void>;
  #setOver = (): void => undefined;

  constructor(parts: ActiveRunParts) {
    this.#parts = parts;
    this.#state = parts.state;
    this.#over = new Promise((resolve) => {
      this.#setOver = resolve;
    });
  }

  get isWaitingForAnswer(): boolean {
    const isWaiting = this.#state.waiting?.for === 'answer' && this.#inbox.length === 0;
    return isWaiting && !this.#stop.signal.aborted;
  }

  begin(input: Omit<BeginInput, 'at' | 'type'>): void {
    this.#inbox.push({ type: 'begin', at: this.#now(), ...input });
    this.#work();
  }

  answer(text: string): void {
    this.#inbox.push({ type: 'answer', at: this.#now(), text });
    this.#work();
  }

  /**
   * Takes a run up where another one was, after telling that one's events as its own: it stands still, and its clock with
   * it from the last of them on.
   */
  takeUp(past: readonly RunEvent[]): void {
    const { control, program, publisher } = this.#parts;
    publisher.retell(past);
    // Also where the other one stood still: that this is a run of its own is told by it.
    const paused = control.takeUp(program, this.#state);
    publisher.tell([paused], past.at(-1)?.at);
  }

  get state(): RunState {
    return this.#state;
  }

  get isPaused(): boolean {
    return this.#parts.control.isPaused;
  }

  /** Lets the run go as far as it was told, or tells one that is going where to stand still. */
  goOn(order: RunOrder): void {
    this.#tell(this.#parts.control.goOn(this.#state, order));
    this.#work();
  }

  /** Puts a value into the variables while the run stands still, or says in a sentence why that cannot be. */
  edit(edit: VariableEdit): Outcome<null, string> {
    const edited = editVariable(this.#parts.program, this.#state, edit);
    if (!edited.ok) return edited;
    const { name, state, value } = edited.value;
    this.#state = state;
    const nodeId = state.flowStack.at(-1)?.nodeId ?? undefined;
    const part = edit.path.slice(1);
    this.#tell({ type: 'variable-edited', name, part, value, ...(nodeId === undefined ? {} : { nodeId }) });
    this.#parts.recording?.amended(state);
    return succeeded(null);
  }

  set breakpoints(breakpoints: RunControl['breakpoints']) {
    this.#parts.control.breakpoints = breakpoints;
  }

  #tell(draft: EventDraft | null): void {
    if (draft !== null) this.#parts.publisher.tell([draft]);
  }

  /** Ends the run, and the call under way with it; settles when it is over. */
  cancel(): Promise<void> {
    this.#stop.abort();
    this.#work();
    return this.#over;
  }

  /** Goes to work, unless it is at work already and will see for itself. */
  #work(): void {
    if (!this.#isWorking && this.#state.waiting !== null) void this.#goOn();
  }

  async #goOn(): Promise<void> {
    this.#isWorking = true;
    try {
      let input = this.#nextInput();
      for (let step = 1; input !== null; step += 1) {
        const wanted = this.#take(input);
        if (step % stepsPerTurn === 0) await nextTurn();
        input = wanted === undefined ? this.#nextInput() : await this.#carriedOut(wanted);
      }
    } catch (error) {
      this.#parts.ports.onDefect?.(error);
      this.#endBroken();
    } finally {
      this.#isWorking = false;
      if (this.#state.waiting === null) this.#end();
    }
  }

  /** Tells the interpreter, publishes what happened, and gives what it wants done before it can go on. */
  #take(input: RunInput): PerformCallEffect | WaitEffect | undefined {
    const { control, program, publisher, recording } = this.#parts;
    const advanced = advance(program, this.#state, input);
    this.#state = advanced.state;
    publisher.tell(advanced.events);
    control.saw(advanced.events);
    if (advanced.state.waiting?.for === 'step') recording?.reached(advanced.state);
    return advanced.effects.find((effect) => effect.type === 'perform-call' || effect.type === 'wait');
  }

  #nextInput(): RunInput | null {
    const { waiting } = this.#state;
    if (waiting === null) return null;
    if (this.#stop.signal.aborted) return { type: 'cancel', at: this.#now() };
    if (waiting.for !== 'step') return this.#inbox.shift() ?? null;
    return this.#standsStill() ? null : { type: 'step', at: this.#now() };
  }

  #standsStill(): boolean {
    const { control, program } = this.#parts;
    if (!control.isPaused) this.#tell(control.halt(program, this.#state));
    return control.isPaused;
  }

  #carriedOut(effect: PerformCallEffect | WaitEffect): Promise<RunInput> {
    return effect.type === 'wait' ? this.#waited(effect) : this.#perform(effect);
  }

  async #waited({ plannedMs }: WaitEffect): Promise<RunInput> {
    await this.#parts.clock.wait(plannedMs, this.#stop.signal);
    return { type: this.#stop.signal.aborted ? 'cancel' : 'wait-over', at: this.#now() };
  }

  async #perform(effect: PerformCallEffect): Promise<RunInput> {
    const { program, publisher, ...parts } = this.#parts;
    const graph = program.flows.get(this.#state.flowStack.at(-1)?.flowId ?? program.entry);
    const node = graph?.node(effect.nodeId);
    if (graph === undefined || node?.kind !== 'api-call') throw new Error('A call without an API Call.');
    const clock = { ...this.#state.clock, now: effect.at };
    const result = await performCall(
      {
        ...parts,
        tell: (draft) => {
          publisher.tell([draft]);
        },
        signal: this.#stop.signal,
        executor: (random) =>
          createExecutor({
            agents: this.#agents,
            digests: this.#digests,
            resolveFile: (file) => attachmentPath(parts.ports.workspace, file),
            bodyFolder: () => parts.bodies.existingFolder(),
            random: () => random.fraction(),
            ...callClock(parts.clock),
            ...(parts.ports.systemProxy === undefined ? {} : { systemProxy: parts.ports.systemProxy }),
            ...(parts.ports.onDefect === undefined ? {} : { onDefect: parts.ports.onDefect }),
          }),
      },
      node,
      effect,
      (uuid) => runScope(program, graph, this.#state, clock, uuid),
    );
    const isCancelled = result === null || this.#stop.signal.aborted;
    return isCancelled ? { type: 'cancel', at: this.#now() } : { ...result, at: this.#now() };
  }

  /** A defect of ours must not leave a run that seems to go on for ever. */
  #endBroken(): void {
    if (this.#state.waiting === null) return;
    this.#state = { ...this.#state, waiting: null };
    const message = 'Flowbench made a mistake while it ran this flow. Please report it with the log.';
    try {
      this.#parts.publisher.tell([{ type: 'run-ended', outcome: 'failed', message, result: null }]);
    } catch (error) {
      // Whoever could not be told of what broke the run may not be able to hear of its end either.
      this.#parts.ports.onDefect?.(error);
    }
  }

  #now(): string {
    return this.#parts.clock.now();
  }

  #end(): void {
    this.#agents.close();
    this.#parts.onEnd();
    this.#setOver();
  }
}
