import type { EndpointId, EnvironmentId, FlowId, RunId } from '#shared/ids/ids.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { RunFailure } from '#shared/ipc/channels/run-channels.ts';
import type { HttpMethod } from '#shared/nodes/api-call-node.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import { bridge } from '../bridge/bridge.ts';
import { savedNow } from './autosave.ts';
import { documentsStore } from './documents-store.ts';
import { runStarted, runsStore, singleCallStarted } from './runs-store.ts';
import { simulatorShown } from './simulator-place.ts';
import { toasts } from './toasts.ts';
import { panelTabShown, viewStore } from './view-store.ts';

type Values = Readonly<Record<string, string>>;

/** The inputs that Run has to ask for: required, and without a default. */
export function inputsToAsk(flow: Flow): readonly FlowInput[] {
  const start = flow.nodes.find((node) => node.kind === 'start');
  return start?.config.inputs.filter((input) => input.required && input.default === null) ?? [];
}

/** Runs a flow from its Start; where inputs are missing the Simulator asks for them first. */
export async function runWanted(flowId: string): Promise<void> {
  const flow = documentsStore.getState().documents[flowId]?.document;
  if (flow?.format !== 'flowbench.flow') return;
  simulatorShown();
  if (inputsToAsk(flow).length > 0) {
    runsStore.setState({ inputsWantedFor: flowId });
    return;
  }
  await runWithInputs(flow.id, {});
}

/** Runs a flow with texts for its inputs, after everything typed was saved. Gives why it did not start. */
export async function runWithInputs(flowId: FlowId, inputs: Values): Promise<RunFailure | null> {
  await savedNow();
  const outcome = await bridge.call['run.start']({ flowId, environmentId: environmentId(), inputs });
  if (outcome.ok) {
    runsStore.setState({ inputsWantedFor: null });
    runStarted(flowId, outcome.value.runId);
    return null;
  }
  const { failure } = outcome;
  // What is wrong with an input that was asked for stands in its field.
  if (failure.field === null || !Object.hasOwn(inputs, failure.field)) {
    toasts.show({ title: 'The run did not start', body: failure.message, icon: 'warning', urgent: true });
  }
  return failure;
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
  await savedNow();
  const input = { endpointId, environmentId: environmentId(), method, path };
  sent(endpointId, await bridge.call['call.test-endpoint'](input));
}

/** Sends the request of one API Call alone, with texts for the variables it reads. */
export async function callTried(flow: Flow, node: Flow['nodes'][number], variables: Values): Promise<void> {
  await savedNow();
  const input = { flowId: flow.id, nodeId: node.id, environmentId: environmentId(), variables };
  sent(node.id, await bridge.call['call.try'](input));
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
      title: 'The request was not sent',
      body: outcome.failure.message,
      icon: 'warning',
      urgent: true,
    });
  }
}

/** The active environment, as channels take it. */
export function environmentId(): EnvironmentId | null {
  return viewStore.getState().environmentId as EnvironmentId | null;
}
