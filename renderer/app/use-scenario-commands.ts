import { useCommands } from '../store/command-registry.ts';
import { scenarioRecorded } from '../store/record-scenario.ts';
import { coverageToggled, useScenarioRuns, useScenariosBusy, wantsSnapshot } from '../store/scenario-runs.ts';
import {
  scenarioIdsOf,
  scenariosRun,
  scenariosStopped,
  snapshotsUpdated,
  snapshotsWanted,
} from '../store/scenario-run-actions.ts';
import { useFlow, useScenario, useScenarios } from '../store/use-documents.ts';
import { useShownRun } from '../store/use-shown-run.ts';
import { activeDocumentId, panelTabShown, useView } from '../store/view-store.ts';

/** Offers what can be done with scenarios from wherever one is; a scenario in its tab offers its own. */
export function useScenarioCommands(): void {
  const activeId = useView(activeDocumentId);
  const flow = useFlow(useScenario(activeId)?.flow ?? activeId);
  const all = useScenarios();
  const hasOwn = all.some((each) => each.flow === flow?.id);
  const isBusy = useScenariosBusy();
  const wants = useScenarioRuns(({ runs }) => Object.values(runs).some(wantsSnapshot));
  const hasRun = useScenarioRuns(({ runs }) => Object.keys(runs).length > 0);
  const run = useShownRun(activeId);
  const canRecord =
    flow !== undefined && flow.id === activeId && run !== undefined && run.outcome !== 'running';
  useCommands({
    'scenario.show': flow === undefined ? null : () => panelTabShown('scenarios'),
    'scenario.run-flow': flow === undefined || !hasOwn ? null : () => void ranInView(scenarioIdsOf(flow.id)),
    'scenario.run-all': all.length === 0 ? null : () => void ranInView(scenarioIdsOf(null)),
    'scenario.stop': isBusy ? () => void scenariosStopped(null) : null,
    'scenario.record': canRecord ? () => void scenarioRecorded(run.runId) : null,
    'scenario.update-failing': wants ? () => void snapshotsUpdated(snapshotsWanted(null)) : null,
    'scenario.coverage': flow !== undefined && hasRun ? coverageToggled : null,
  });
}

/** Whoever runs all wants to see how they go. */
async function ranInView(ids: readonly string[]): Promise<void> {
  panelTabShown('scenarios');
  await scenariosRun(ids);
}
