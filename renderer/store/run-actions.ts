import type { EndpointId, FlowId, NodeId, RunId } from '#shared/ids/ids.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { RunFailure } from '#shared/ipc/channels/run-channels.ts';
import type { ChannelInput } from '#shared/ipc/contract.ts';
import type { HttpMethod } from '#shared/nodes/api-call-node.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import { bridge } from '../bridge/bridge.ts';
import { breakpointsReached } from './breakpoints.ts';
import { documentsStore } from './documents-store.ts';
import {
  isUnderWay,
  runDebugged,
  runStarted,
  runsStore,
  singleCallStarted,
  type RunManner,
} from './runs-store.ts';
import { activeEnvironment, environmentId, surroundingsTaken, usableForCalls } from './run-surroundings.ts';
import { simulatorShown } from './simulator-place.ts';
import { toasts } from './toasts.ts';
import { panelTabShown } from './view-store.ts';

type Values = Readonly<Record<string, string>>;

/** The inputs that Run has to ask for: required, and without a default. */
export function inputsToAsk(flow: Flow): readonly FlowInput[] {
  const start = flow.nodes.find((node) => node.kind === 'start');
  return start?.config.inputs.filter((input) => input.required && input.default === null) ?? [];
}

/** Runs a flow from its Start; where inputs are missing the Simulator asks for them first. */
export async function runWanted(flowId: string, manner: RunManner = 'run'): Promise<void> {
  const flow = documentsStore.getState().documents[flowId]?.document;
  if (flow?.format !== 'flowbench.flow') return;
  simulatorShown();
  if (inputsToAsk(flow).length > 0) {
    runsStore.setState({ inputsWantedFor: flowId, inputsWantedAs: manner, fromWanted: null });
    return;
  }
  await runWithInputs(flow.id, {}, manner);
}

/** Flows and calls whose run is being started; asked for once more meanwhile, there is nothing to do. */
const starting = new Set<string>();

/**
 * Runs a flow with texts for its inputs, after everything typed was saved; a run of it that is under way ends first. Gives
 * why it did not start, where that is about an input.
 */
export const runWithInputs = (
  flowId: FlowId,
  inputs: Values,
  manner: RunManner = 'run',
): Promise<RunFailure | null> => runStartedWith(flowId, { inputs: { ...inputs } }, manner);

/** How a run begins, besides the flow and its surroundings. */
export type RunBeginning = Pick<ChannelInput<'run.start'>, 'inputs' | 'from'>;

/** Starts a run of a flow as `runWithInputs` does, at its Start or from one of its nodes. */
export const runStartedWith = (
  flowId: FlowId,
  beginning: RunBeginning,
  manner: RunManner = 'run',
): Promise<RunFailure | null> => oneStartOf(flowId, () => runStartedAfresh(flowId, beginning, manner));

async function runStartedAfresh(
  flowId: FlowId,
  beginning: RunBeginning,
  manner: RunManner,
): Promise<RunFailure | null> {
  const surroundings = await surroundingsTaken(flowId, 'The run did not start');
  if (surroundings === null) return null;
  await endedFirst(runsStore.getState().latestOfFlow[flowId]);
  const outcome = await bridge.call['run.start']({
    flowId,
    ...surroundings,
    ...beginning,
    ...debugOf(flowId, manner),
  });
  if (outcome.ok) {
    runsStore.setState({ inputsWantedFor: null, fromWanted: null });
    const { runId } = outcome.value;
    if (manner !== 'run') runDebugged(runId);
    runStarted(flowId, runId, beginning.from);
    return null;
  }
  const { failure } = outcome;
  // What is wrong with an input that was asked for stands in its field.
  const asked = beginning.from?.variables ?? beginning.inputs;
  if (failure.field === null || !Object.hasOwn(asked, failure.field)) {
    toasts.show({ title: 'The run did not start', body: failure.message, icon: 'warning', urgent: true });
  }
  return failure;
}

function debugOf(flowId: FlowId, manner: RunManner): Pick<ChannelInput<'run.start'>, 'debug'> {
  if (manner === 'run') return {};
  const debug = { breakpoints: breakpointsReached(flowId), pauseAtStart: manner === 'step' };
  return { debug: typeof manner === 'string' ? debug : { ...debug, runTo: manner.to as NodeId } };
}

export async function answerGiven(runId: string, text: string): Promise<void> {
  const outcome = await bridge.call['run.answer']({ runId: runId as RunId, text });
  if (!outcome.ok) {
    toasts.show({ title: 'The answer was not taken', body: outcome.failure.message, icon: 'warning' });
  }
}

export async function runStopped(runId: string): Promise<void> {
  await bridge.call['run.cancel']({ runId: runId as RunId });
}

/** Sends one request through an endpoint; its response shows in the Response view. */
export async function endpointTested(
  endpointId: EndpointId,
  method: HttpMethod,
  path: string,
): Promise<void> {
  await oneStartOf(endpointId, async () => {
    if (!(await usableForCalls([endpointId, ...activeEnvironment()], notSent))) return null;
    await endedFirst(runsStore.getState().singleCalls[endpointId]);
    const input = { endpointId, environmentId: environmentId(), method, path };
    sent(endpointId, await bridge.call['call.test-endpoint'](input));
    return null;
  });
}

/** Sends the request of one API Call alone, with texts for the variables it reads. */
export async function callTried(flow: Flow, node: Flow['nodes'][number], variables: Values): Promise<void> {
  await oneStartOf(node.id, async () => {
    const surroundings = await surroundingsTaken(flow.id, notSent, [node]);
    if (surroundings === null) return null;
    await endedFirst(runsStore.getState().singleCalls[node.id]);
    const input = { flowId: flow.id, nodeId: node.id, variables, ...surroundings };
    sent(node.id, await bridge.call['call.try'](input));
    return null;
  });
}

const notSent = 'The request was not sent';

/** Lets a start of something finish before it can be started again; with `null` one is under way. */
export async function oneStartOf<Result>(what: string, start: () => Promise<Result>): Promise<Result | null> {
  if (starting.has(what)) return null;
  starting.add(what);
  return start().finally(() => starting.delete(what));
}

/** Ends a run that may be under way: once another one takes its place in the window, nobody could stop it any more. */
export async function endedFirst(runId: string | undefined): Promise<void> {
  if (runId !== undefined && isUnderWay(runsStore.getState().runs[runId])) await runStopped(runId);
}

function sent(
  fromId: string,
  outcome: { ok: true; value: { runId: RunId } } | { ok: false; failure: { message: string } },
): void {
  if (outcome.ok) {
    singleCallStarted(fromId, outcome.value.runId);
    panelTabShown('response');
  } else {
    toasts.show({
      title: notSent,
      body: outcome.failure.message,
      icon: 'warning',
      urgent: true,
    });
  }
}
