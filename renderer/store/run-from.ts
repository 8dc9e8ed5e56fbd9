import type { Flow } from '#shared/flow/flow.ts';
import { namesNeededFrom } from '#shared/flow/names-needed-from.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import type { RunFailure } from '#shared/ipc/channels/run-channels.ts';
import { documentsOf } from './documents-of.ts';
import { documentsStore } from './documents-store.ts';
import { runStartedWith, runWanted } from './run-actions.ts';
import { type RunManner, runsStore } from './runs-store.ts';
import { simulatorShown } from './simulator-place.ts';
import { environmentAtHand } from './use-environment-layers.ts';

/** Runs a flow from one of its nodes; where it then needs variables the Simulator asks for them first. */
export async function runFromWanted(
  flowId: string,
  nodeId: string,
  manner: RunManner = 'run',
): Promise<void> {
  const flow = documentsStore.getState().documents[flowId]?.document;
  if (flow?.format !== 'flowbench.flow') return;
  const node = flow.nodes.find(({ id }) => id === nodeId);
  if (node === undefined) return;
  if (node.kind === 'start') {
    await runWanted(flowId, manner);
    return;
  }
  simulatorShown();
  if (namesNeededAt(flow, node).length > 0)
    runsStore.setState({ inputsWantedFor: null, fromWanted: { flowId, nodeId, manner } });
  else await runWithVariables(flow.id, node.id, {}, manner);
}

/** Runs a flow from a node with texts for variables. Gives why it did not start, where that is about one of them. */
export const runWithVariables = (
  flowId: Flow['id'],
  nodeId: FlowNode['id'],
  variables: Readonly<Record<string, string>>,
  manner: RunManner = 'run',
): Promise<RunFailure | null> =>
  runStartedWith(flowId, { inputs: {}, from: { nodeId, variables: { ...variables } } }, manner);

/** The texts that fields give; one that is empty gives none, so that its variable stays unset. */
export function textsGiven(
  names: readonly string[],
  textOf: (name: string) => string | undefined,
): Readonly<Record<string, string>> {
  const given = names.map((name) => [name, textOf(name) ?? ''] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== ''));
}

/** The variables that a run from a node has to be given. */
export function namesNeededAt(flow: Flow, node: FlowNode): readonly string[] {
  const { documents } = documentsStore.getState();
  const { secretNames, values } = environmentAtHand();
  const endpoints = documentsOf(documents, 'flowbench.endpoint');
  return namesNeededFrom(flow, node.id, endpoints, new Set([...Object.keys(values), ...secretNames]));
}

/** The person thought better of it. */
export function runFromCalledOff(): void {
  runsStore.setState({ fromWanted: null });
}
