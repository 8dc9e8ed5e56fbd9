import type { FlowId, ScenarioId } from '#shared/ids/ids.ts';
import { newScenario } from '#shared/scenario/new-scenario.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { newScenarioAsked } from './asked-dialogs.ts';
import { freeName } from './document-actions.ts';
import { documentsOf } from './documents-of.ts';
import { documentAdded, documentEdited, documentsStore } from './documents-store.ts';
import { newId } from './new-id.ts';
import { sideBarShown } from './side-bar.ts';
import { activeDocumentId, documentOpened, viewStore } from './view-store.ts';

/** Makes a scenario of a flow with the active environment, opens it, and gives its id. */
export function scenarioWanted(flow: FlowId): ScenarioId {
  const { documents } = documentsStore.getState();
  const active = documents[viewStore.getState().environmentId ?? '']?.document;
  const scenario = newScenario({
    id: newId('sc'),
    name: freeName('scenario', 'New scenario'),
    flow,
    environment: active?.format === 'flowbench.environment' ? active.id : null,
  });
  documentAdded(scenario);
  sideBarShown('scenarios');
  documentOpened(scenario.id);
  return scenario.id;
}

/** Makes a scenario of the flow that is meant; where that is not clear, asks. */
export function newScenarioWanted(): void {
  const flow = flowMeant();
  if (flow === null) newScenarioAsked();
  else scenarioWanted(flow);
}

/** A scenario was edited; `field` as `documentEdited` takes it. */
export function scenarioEdited(
  id: ScenarioId,
  change: (before: Scenario) => Scenario,
  field: string | null,
): void {
  documentEdited<Scenario>(id, change, field);
}

/** The flow in view, that of the scenario in view, or the only one there is. */
function flowMeant(): FlowId | null {
  const { documents } = documentsStore.getState();
  const shown = documents[activeDocumentId(viewStore.getState()) ?? '']?.document;
  if (shown?.format === 'flowbench.flow') return shown.id;
  if (shown?.format === 'flowbench.scenario' && documents[shown.flow] !== undefined) return shown.flow;
  const [first, ...others] = documentsOf(documents, 'flowbench.flow');
  return first !== undefined && others.length === 0 ? first.id : null;
}
