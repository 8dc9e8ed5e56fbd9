import type { StepWay } from '#shared/debugger/run-order.ts';
import type { VariableEdit } from '#shared/debugger/edit-variable.ts';
import type { FlowId, NodeId, RunId } from '#shared/ids/ids.ts';
import type { ChannelInput } from '#shared/ipc/contract.ts';
import type { Moment } from '#shared/run-events/run-past.ts';
import { bridge } from '../bridge/bridge.ts';
import { breakpointsReached } from './breakpoints.ts';
import { flowWithReached } from './flows-reached.ts';
import { pastStepped, toldOfHiddenRun } from './past-run-steps.ts';
import { rerunWords } from './rerun-words.ts';
import { endedFirst, oneStartOf, runWanted } from './run-actions.ts';
import { surroundingsTaken } from './run-surroundings.ts';
import {
  momentPicked,
  pauseAsked,
  pastOf,
  runDebugged,
  runOfFlowNow,
  runsStore,
  runStarted,
  type LookedBack,
} from './runs-store.ts';
import { toasts } from './toasts.ts';
import { viewStore } from './view-store.ts';

/** The newest run of a flow, and the moment that is looked at, or `null` for how it is now. */
export interface DebuggedRun {
  readonly runId: RunId;
  /** The flow that was run; the one that asks may be another that the run came into. */
  readonly flowId: string;
  readonly isUnderWay: boolean;
  readonly isPaused: boolean;
  readonly back: LookedBack | null;
}

export function debuggedRun(flowId: string): DebuggedRun | null {
  const state = runsStore.getState();
  const run = runOfFlowNow(state, flowId);
  if (run === undefined) return null;
  return {
    runId: run.runId as RunId,
    flowId: run.flowId,
    isUnderWay: run.outcome === 'running',
    isPaused: run.paused !== null,
    back: state.lookedBack[run.runId] ?? null,
  };
}

/** Starts debugging a flow, or lets its run go on: from a moment of the past first to now, at which nothing is sent. */
export async function debugWanted(flowId: string): Promise<void> {
  if (pastStepped(flowId, 'end')) return;
  const run = debuggedRun(flowId);
  if (run === null || (!run.isUnderWay && run.back === null)) {
    await runWanted(flowId, 'debug');
    return;
  }
  momentPicked(run.runId, null);
  if (!run.isPaused) return;
  // A run that was started without them knows no breakpoints; from here on one debugs it.
  const { runId } = run;
  runDebugged(runId);
  await told(bridge.call['run.set-breakpoints']({ runId, breakpoints: breakpointsReached(run.flowId) }));
  await told(bridge.call['run.continue']({ runId }));
}

export async function pauseWanted(flowId: string): Promise<void> {
  const run = debuggedRun(flowId);
  if (run?.isUnderWay !== true) return;
  pauseAsked(run.runId);
  await told(bridge.call['run.pause']({ runId: run.runId }));
}

/** A step from now does the node at hand; a step from the past only looks at the next moment. */
export async function stepWanted(flowId: string, way: StepWay): Promise<void> {
  if (pastStepped(flowId, way)) return;
  const run = debuggedRun(flowId);
  if (run === null || (!run.isUnderWay && run.back === null)) await runWanted(flowId, 'step');
  else if (run.back !== null) steppedForward(flowId, way);
  else await told(bridge.call['run.step']({ runId: run.runId, way }));
}

/** Looks at the moment before; where there is none, nothing happens. */
export function steppedBack(flowId: string): void {
  if (pastStepped(flowId, 'back')) return;
  const run = debuggedRun(flowId);
  const before = run === null ? undefined : pastOf(run.runId)?.before(run.back?.moment.events ?? null);
  if (run !== null && before !== undefined) momentPicked(run.runId, before);
}

/** Looks at the moment after, which may be now; over a loop or out of it at the one after that. */
export function steppedForward(flowId: string, way: StepWay = 'into'): void {
  if (pastStepped(flowId, way)) return;
  const run = debuggedRun(flowId);
  if (run === null || run.back === null) return;
  momentPicked(run.runId, pastOf(run.runId)?.after(run.back.moment.events, way) ?? null);
}

/** Runs to the entry of a node: a run that is under way goes on to it, else the flow is run from its Start. */
export async function runToNodeWanted(flowId: string, nodeId: string): Promise<void> {
  if (toldOfHiddenRun(flowId)) return;
  const run = debuggedRun(flowId);
  if (run?.isUnderWay !== true) {
    await runWanted(flowId, { to: nodeId });
    return;
  }
  momentPicked(run.runId, null);
  await told(bridge.call['run.run-to']({ runId: run.runId, nodeId: nodeId as NodeId }));
}

/** Puts a value in the place of another: now in the run itself, at a moment of the past in a run that goes on from there. */
export async function variableEdited(flowId: string, edit: VariableEdit): Promise<boolean> {
  const run = debuggedRun(flowId);
  if (run === null) return false;
  const path = [...edit.path];
  if (run.back !== null) return rerunWanted(flowId, 'stay', [{ path, text: edit.text }]);
  return told(bridge.call['run.edit-variable']({ runId: run.runId, path, text: edit.text }));
}

type Rerun = Pick<ChannelInput<'run.rerun-from'>, 'then' | 'edits'>;

/**
 * Makes a run that shares the past of the one that is looked at, to the moment that is looked at. What comes after is done in
 * the environment and with the persona and the stand-ins that are chosen now.
 */
export async function rerunWanted(
  flowId: string,
  then: Rerun['then'],
  edits: Rerun['edits'] = [],
): Promise<boolean> {
  const run = debuggedRun(flowId);
  const moment = run === null ? null : momentOf(run);
  if (run === null || moment === null) return false;
  return (await oneStartOf(run.flowId, () => rerunFrom(run, moment, { then, edits }))) ?? false;
}

async function rerunFrom({ flowId, runId }: DebuggedRun, moment: Moment, how: Rerun): Promise<boolean> {
  const surroundings = await surroundingsTaken(flowId as FlowId, 'The run did not go on');
  if (surroundings === null) return false;
  const from = { runId, seq: moment.seq, breakpoints: breakpointsReached(flowId), ...how };
  const outcome = await bridge.call['run.rerun-from']({ ...surroundings, ...from });
  if (!outcome.ok) {
    toasts.show({
      title: 'The run did not go on',
      body: outcome.failure.message,
      icon: 'warning',
      urgent: true,
    });
    return false;
  }
  runDebugged(outcome.value.runId);
  runStarted(flowId, outcome.value.runId);
  const nodeId = pastOf(runId)?.viewAt(moment.events)?.currentNodeId ?? null;
  const body = rerunWords(how.then, nodeId, surroundings.standIns);
  toasts.show({ title: 'A new run goes on from here', body, icon: 'history' });
  await endedFirst(runId);
  return true;
}

/** The moment that is looked at, or at which the run stands still. */
export function momentOf({ back, runId }: Pick<DebuggedRun, 'back' | 'runId'>): Moment | null {
  return back?.moment ?? pastOf(runId)?.at(null) ?? null;
}

/** Tells runs that are under way of breakpoints that are set and removed meanwhile, also in flows that they may come into yet. */
export function startTellingBreakpoints(): () => void {
  return viewStore.subscribe(({ breakpoints }, before) => {
    if (breakpoints === before.breakpoints) return;
    const { debugged, runs } = runsStore.getState();
    for (const { flowId, outcome, runId } of Object.values(runs)) {
      if (outcome !== 'running' || !debugged.has(runId)) continue;
      const reached = [flowId, ...flowWithReached(flowId).map(({ id }) => id)];
      if (!reached.some((id) => breakpoints[id] !== before.breakpoints[id])) continue;
      void bridge.call['run.set-breakpoints']({
        runId: runId as RunId,
        breakpoints: breakpointsReached(flowId),
      });
    }
  });
}

async function told(
  answer: Promise<
    { readonly ok: true } | { readonly ok: false; readonly failure: { readonly message: string } }
  >,
): Promise<boolean> {
  const outcome = await answer;
  if (!outcome.ok)
    toasts.show({ title: 'That was not done', body: outcome.failure.message, icon: 'warning' });
  return outcome.ok;
}
