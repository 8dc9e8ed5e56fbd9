import type { ScenarioId } from '#shared/ids/ids.ts';
import type { ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsOf } from './documents-of.ts';
import { documentsEditedTogether, documentsStore } from './documents-store.ts';
import { pastRunWanted } from './history-actions.ts';
import { nodeOfRunShown } from './node-of-run-shown.ts';
import { pastRunsStore } from './past-runs.ts';
import { usedBy } from './run-surroundings.ts';
import { callPicked } from './runs-store.ts';
import { isOutdated } from './scenario-changes.ts';
import { scenarioRunsStore, tellingResult, wantsSnapshot } from './scenario-runs.ts';
import { toasts } from './toasts.ts';
import { usableAsShown } from './usable-documents.ts';
import { panelTabShown } from './view-store.ts';

/** Runs scenarios, after everything typed was saved; says whether they are. What comes of them arrives by itself. */
export async function scenariosRun(ids: readonly string[]): Promise<boolean> {
  const scenarios = scenariosNamed(ids);
  if (scenarios.length === 0) return false;
  const title = scenarios.length === 1 ? 'The scenario was not run' : 'The scenarios were not run';
  if (!(await usableAsShown(scenarios.flatMap(usedByScenario), title))) return false;
  await bridge.call['scenario.run']({ ids: scenarios.map(({ id }) => id) });
  return true;
}

/** Stops scenarios; with `null`, all. */
export async function scenariosStopped(ids: readonly string[] | null): Promise<void> {
  await bridge.call['scenario.stop']({ ids: ids === null ? null : ([...ids] as ScenarioId[]) });
}

/** The scenarios of a flow, or with `null` of all flows. */
export function scenarioIdsOf(flowId: string | null): readonly ScenarioId[] {
  return documentsOf(documentsStore.getState().documents, 'flowbench.scenario')
    .filter(({ flow }) => flowId === null || flow === flowId)
    .map(({ id }) => id);
}

function scenariosNamed(ids: readonly string[]): readonly Scenario[] {
  const { documents } = documentsStore.getState();
  return ids
    .map((id) => documents[id]?.document)
    .filter((document): document is Scenario => document?.format === 'flowbench.scenario');
}

function usedByScenario({ environment, flow, id, standIns }: Scenario): readonly string[] {
  const fixtures = standIns.flatMap(({ use }) => {
    if (use === 'live') return [];
    return use.type === 'fixture' ? [use.id] : [use.then ?? ''];
  });
  return [id, ...usedBy(flow), ...fixtures, environment ?? ''];
}

/** Takes what was said the last time as the snapshot of scenarios from now on, and runs them again. */
export async function snapshotsUpdated(ids: readonly string[]): Promise<void> {
  const { runs } = scenarioRunsStore.getState();
  const edits = new Map<string, (document: WorkspaceDocument) => WorkspaceDocument>();
  for (const id of ids) {
    const said = runs[id]?.rows[0]?.result?.said ?? null;
    if (said === null) continue;
    edits.set(id, (document) =>
      document.format === 'flowbench.scenario' ? { ...document, snapshot: [...said] } : document,
    );
  }
  if (edits.size === 0) return;
  documentsEditedTogether(edits);
  toasts.show({
    title: edits.size === 1 ? 'Snapshot updated' : `${String(edits.size)} snapshots updated`,
    body: 'Undo brings the earlier one back.',
    icon: 'scenario',
  });
  await scenariosRun([...edits.keys()]);
}

/** The scenarios of a flow, or of all, that a new snapshot would let pass. */
export function snapshotsWanted(flowId: string | null): readonly ScenarioId[] {
  const { runs } = scenarioRunsStore.getState();
  return scenarioIdsOf(flowId).filter((id) => wantsSnapshot(runs[id]) && !isOutdated(runs[id]));
}

/** Shows the run of a result on its flow, at an event: its node is selected, and its call picked. */
export async function resultRunShown(result: ScenarioResult, seq: number | null): Promise<void> {
  const { row, runId, scenarioId } = result;
  const [scenario] = scenariosNamed([scenarioId]);
  if (scenario === undefined || runId === null) return;
  const { flow, name } = scenario;
  await pastRunWanted({ runId, name, flowId: flow, origin: { type: 'scenario', scenarioId, row } });
  const view = pastRunsStore.getState().shown[flow]?.view;
  if (view?.runId === runId && seq !== null) eventShown(view, seq);
}

/** Selects the node that an event belongs to, and picks its call. */
function eventShown({ runId, timeline }: RunView, seq: number): void {
  const place = timeline.findLast((each) => each.seq <= seq);
  if (place === undefined) return;
  const { callIndex, nodeId } = place;
  const flows = documentsOf(documentsStore.getState().documents, 'flowbench.flow');
  for (const { id: flowId, nodes } of flows) {
    const node = nodes.find(({ id }) => id === nodeId);
    if (node !== undefined) nodeOfRunShown({ kind: node.kind, name: node.name, flowId }, nodeId);
  }
  if (callIndex !== null) callPicked(runId, callIndex);
  panelTabShown(callIndex === null ? 'timeline' : 'response');
}

/** Shows the run of a scenario at the first event that failed it. */
export async function failureShown(id: string): Promise<void> {
  const result = tellingResult(scenarioRunsStore.getState().runs[id]);
  if (result !== null) await resultRunShown(result, firstFailure(result)?.seq ?? null);
}

/** The expectation that failed at the earliest event; where no event shows it, the first that failed. */
export function firstFailure({ results }: ScenarioResult): ScenarioResult['results'][number] | null {
  const wrong = results.filter(({ passed }) => !passed);
  const placed = wrong.filter(({ seq }) => seq !== null).sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  return placed[0] ?? wrong[0] ?? null;
}
