import { getRandomValues } from 'node:crypto';
import { fixtureSchema, type Fixture } from '#shared/fixture/fixture.ts';
import { pinnedResponse } from '#shared/fixture/pinned-fixture.ts';
import { newId, type NodeId, type ScenarioId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { Scenario, ScenarioStandIn } from '#shared/scenario/scenario.ts';
import type { RecordedResponse } from '../../runs/scenario/recorded-responses.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { LoadedWorkspace } from './loaded-workspace.ts';

/**
 * Writes what the network answered as fixtures, and lets them stand in for those calls in the scenario from now on. The
 * failure is a sentence.
 */
export async function writeRecording(
  workspace: Workspace,
  { flows }: Pick<LoadedWorkspace, 'flows'>,
  id: ScenarioId,
  recorded: readonly RecordedResponse[],
): Promise<Outcome<null, string>> {
  const stored = workspace.document(id);
  if (stored?.document.format !== 'flowbench.scenario') return failed('The scenario is not there any more.');
  const scenario = stored.document;
  const standIns: ScenarioStandIn[] = [];
  for (const response of recorded) {
    const fixture = fixtureOf(scenario, flows, recorded, response);
    if (fixture === null) continue;
    const saved = await workspace.save({ document: fixture, revision: null, overwrite: false });
    if (!saved.ok) return failed(`A fixture was not written: ${saved.failure.message}`);
    standIns.push(standInOf(recorded, response, fixture));
  }
  if (standIns.length === 0) return succeeded(null);
  const document = { ...scenario, standIns: [...others(scenario, recorded), ...standIns] };
  const saved = await workspace.save({ document, revision: stored.revision, overwrite: false });
  return saved.ok ? succeeded(null) : failed(`The scenario was not written: ${saved.failure.message}`);
}

function fixtureOf(
  { name }: Scenario,
  flows: LoadedWorkspace['flows'],
  recorded: readonly RecordedResponse[],
  { nodeId, nth, response }: RecordedResponse,
): Fixture | null {
  // A call of a flow that the scenario's flow runs belongs to that one.
  const flow = flows.find(({ nodes }) => nodes.some(({ id }) => id === nodeId));
  const node = flow?.nodes.find(({ id }) => id === nodeId);
  if (flow === undefined || node === undefined) return null;
  const number = isOnly(recorded, nodeId) ? '' : ` ${String(nth)}`;
  return fixtureSchema.parse({
    format: 'flowbench.fixture',
    version: 1,
    id: newId('fx', getRandomValues),
    name: `${name}: ${node.name}${number}`,
    flow: flow.id,
    node: nodeId,
    ...pinnedResponse(response),
  });
}

/** A node that called once is answered whenever it calls; of several calls each has its own answer. */
function standInOf(
  recorded: readonly RecordedResponse[],
  { nodeId, nth }: RecordedResponse,
  { id }: Fixture,
): ScenarioStandIn {
  const use = { type: 'fixture', id } as const;
  return isOnly(recorded, nodeId) ? { node: nodeId, use } : { node: nodeId, call: nth, use };
}

function isOnly(recorded: readonly RecordedResponse[], node: NodeId): boolean {
  return recorded.filter(({ nodeId }) => nodeId === node).length === 1;
}

/** What the scenario said of these calls before was that they be live. */
function others({ standIns }: Scenario, recorded: readonly RecordedResponse[]): readonly ScenarioStandIn[] {
  return standIns.filter(
    ({ call, node, use }) =>
      use !== 'live' || !recorded.some(({ nodeId, nth }) => nodeId === node && (call ?? nth) === nth),
  );
}
