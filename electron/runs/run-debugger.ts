import { getRandomValues } from 'node:crypto';
import { editVariable, type VariableEdit } from '#shared/debugger/edit-variable.ts';
import { stepOrder, type RunOrder } from '#shared/debugger/run-order.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { newId, type FlowId, type RunId } from '#shared/ids/ids.ts';
import type { RunState } from '#shared/interpreter/run-state.ts';
import type { RunFailure } from '#shared/ipc/channels/run-channels.ts';
import type { ChannelInput, ChannelOutput } from '#shared/ipc/contract.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { ActiveRun } from './active-run.ts';
import { RunControl } from './run-control.ts';
import { randomState, savedFlow, type RunMaker } from './run-maker.ts';
import type { ToRun } from './to-run.ts';
import type { RunWorkspace } from './run-ports.ts';
import type { Checkpoint, RunRecording } from './run-recording.ts';
import type { RunShelf } from './run-shelf.ts';

type Done = Outcome<null, RunFailure>;

/**
 * What a person does to a run in the debugger. Looking back is no part of it: the window has the events of a run and needs
 * nobody's leave to show fewer of them, so that going back and forth cannot send anything.
 */
export class RunDebugger {
  readonly #workspace: RunWorkspace;
  readonly #shelf: RunShelf;
  readonly #maker: RunMaker;

  constructor(workspace: RunWorkspace, shelf: RunShelf, maker: RunMaker) {
    this.#workspace = workspace;
    this.#shelf = shelf;
    this.#maker = maker;
  }

  /** Stands still before the next node; one that waits for an answer or a call, once it has it. */
  pause({ runId }: ChannelInput<'run.pause'>): Done {
    return this.#order(runId, () => ({ go: 'to-next' }), false);
  }

  continue({ runId }: ChannelInput<'run.continue'>): Done {
    return this.#order(runId, () => ({ go: 'on' }));
  }

  step({ runId, way }: ChannelInput<'run.step'>): Done {
    return this.#order(runId, ({ state }) => stepOrder(way, state));
  }

  runTo({ nodeId, runId }: ChannelInput<'run.run-to'>): Done {
    return this.#order(runId, () => ({ go: 'to-node', nodeId }));
  }

  setBreakpoints({ breakpoints, runId }: ChannelInput<'run.set-breakpoints'>): Done {
    const run = this.#shelf.get(runId);
    if (run === null) return failed(notRunning);
    run.breakpoints = breakpoints;
    return succeeded(null);
  }

  editVariable({ path, runId, text }: ChannelInput<'run.edit-variable'>): Done {
    const run = this.#shelf.get(runId);
    if (run?.isPaused !== true) return failed(notPaused);
    const edited = run.edit({ path, text });
    return edited.ok ? edited : failed(failure('edit-refused', edited.failure));
  }

  /**
   * Makes a run that shares the past of another one, to one of its checkpoints, and goes on from there for itself: by the
   * flow as it is saved now, in the environment and with the persona and the stand-ins that are given now, and with random
   * numbers of its own, so that nothing that has to be unique is used again.
   */
  rerunFrom(input: ChannelInput<'run.rerun-from'>): ChannelOutput<'run.rerun-from'> {
    const recording = this.#shelf.recording(input.runId);
    const checkpoint = recording?.at(input.seq) ?? null;
    if (recording === null || checkpoint === null) return failed(pastGone);
    const what = this.#whatToRun(recording, checkpoint, input);
    if (!what.ok) return what;
    const refusal = this.#refusal(what.value, recording, checkpoint, input.edits);
    if (refusal !== null) return failed(failure('edit-refused', refusal));
    const runId = newId('rn', getRandomValues);
    const run = this.#maker.make(what.value, {
      state: { ...checkpoint.state, runId, random: randomState() },
      control: new RunControl(input.breakpoints, { go: 'on' }),
      past: { recording, checkpoint },
    });
    run.takeUp(recording.eventsAt(checkpoint));
    for (const edit of input.edits) run.edit(edit);
    if (input.then === 'go-on') run.goOn({ go: 'on' });
    if (input.then === 'step') run.goOn(stepOrder('over', checkpoint.state));
    return succeeded({ runId });
  }

  /** Why the edits cannot be made, found out before there is a run. */
  #refusal(
    what: ToRun,
    { run }: RunRecording,
    checkpoint: Checkpoint,
    edits: readonly VariableEdit[],
  ): string | null {
    const { program } = this.#maker.program(what, run.largeBodies);
    let { state } = checkpoint;
    for (const edit of edits) {
      const edited = editVariable(program, state, edit);
      if (!edited.ok) return edited.failure;
      state = edited.value.state;
    }
    return null;
  }

  #whatToRun(
    { run }: RunRecording,
    { state }: Checkpoint,
    { environmentId, persona, standIns }: Pick<ToRun, 'environmentId' | 'persona' | 'standIns'>,
  ): Outcome<ToRun, RunFailure> {
    const flow = savedFlow(this.#workspace, run.what.flow.id);
    if (flow === null) return failed(failure('flow-missing', 'This flow does not exist.'));
    if (!isStillThere(state, (id) => (id === flow.id ? flow : savedFlow(this.#workspace, id))))
      return failed(
        failure(
          'node-missing',
          'A node that the run was at is no longer in its flow. Undo its removal, or pick another moment.',
        ),
      );
    return succeeded({ ...run.what, flow, environmentId, persona, standIns });
  }

  #order(runId: RunId, order: (run: ActiveRun) => RunOrder, goesOn = true): Done {
    const run = this.#shelf.get(runId);
    if (run === null) return failed(notRunning);
    if (goesOn || !run.isPaused) run.goOn(order(run));
    return succeeded(null);
  }
}

/** Whether flows still have the nodes that a run stood at, each running the flow above it. */
function isStillThere({ flowStack }: RunState, find: (id: FlowId) => Flow | null): boolean {
  return flowStack.every(({ flowId, nodeId }, at) => {
    const node = find(flowId)?.nodes.find(({ id }) => id === nodeId);
    const above = flowStack[at + 1];
    if (above === undefined || node === undefined) return node !== undefined;
    return node.kind === 'sub-flow' && node.config.flow === above.flowId;
  });
}

function failure(code: RunFailure['code'], message: string): RunFailure {
  return { code, message, field: null };
}

const notRunning = failure('not-running', 'This run is over.');
const notPaused = failure('not-paused', 'Variables can be edited while the run is paused.');
const pastGone = failure(
  'past-gone',
  'This moment of the run is no longer kept. Run the flow again to go back in it.',
);
