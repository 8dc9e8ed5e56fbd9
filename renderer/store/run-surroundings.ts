import type { EnvironmentId, FlowId } from '#shared/ids/ids.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { Persona } from '#shared/settings/persona.ts';
import type { StandIns } from '#shared/stand-in/stand-in.ts';
import { flowWithReached } from './flows-reached.ts';
import { unlockedForUse } from './passphrase-actions.ts';
import { personaNow } from './persona.ts';
import { fixturesUsed, standInsOf } from './stand-ins.ts';
import { usableAsShown } from './usable-documents.ts';
import { environmentAtHand } from './use-environment-layers.ts';
import { viewStore } from './view-store.ts';

/** What a run works in besides its flow, as it is chosen now. */
export interface RunSurroundings {
  readonly environmentId: EnvironmentId | null;
  readonly persona: Persona;
  readonly standIns: StandIns;
}

/**
 * Takes what a run of a flow works in, once main has all of it as the window shows it; with `null` the person was told, under
 * `title`, why that cannot be.
 *
 * @param nodes the nodes that it may come to, where those are not all of them
 */
export async function surroundingsTaken(
  flowId: FlowId,
  title: string,
  nodes: Flow['nodes'] = nodesReached(flowId),
): Promise<RunSurroundings | null> {
  const standIns = standInsOf(nodes);
  const surroundings = { environmentId: environmentId(), persona: personaNow(), standIns };
  const isUsable = await usableForCalls([...usedBy(flowId), ...fixturesUsed(standIns)], title);
  return isUsable ? surroundings : null;
}

/** Whether calls can be made with documents as the window shows them; where their secrets are locked the person is asked first. */
export async function usableForCalls(ids: readonly string[], title: string): Promise<boolean> {
  if (!(await usableAsShown(ids, title))) return false;
  await unlockedForUse(ids);
  return true;
}

/** What a run of a flow uses: that flow and those that it runs, endpoints, the environment that is active, and the defaults. */
export function usedBy(flowId: FlowId): readonly string[] {
  const endpoints = nodesReached(flowId).flatMap((node) =>
    node.kind === 'api-call' ? [node.config.endpoint] : [],
  );
  const flows = flowWithReached(flowId).map(({ id }) => id);
  return [...flows, ...endpoints.filter((id) => id !== null), ...activeEnvironment()];
}

function nodesReached(flowId: FlowId): Flow['nodes'] {
  return flowWithReached(flowId).flatMap(({ nodes }) => nodes);
}

/** The documents of the environment that is active, and of the defaults. */
export function activeEnvironment(): readonly string[] {
  const { active, defaults } = environmentAtHand();
  return [active, defaults].filter((each) => each !== null).map(({ id }) => id);
}

/** The active environment, as channels take it. */
export function environmentId(): EnvironmentId | null {
  return viewStore.getState().environmentId as EnvironmentId | null;
}
