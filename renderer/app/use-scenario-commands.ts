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
  useRunningCommands();
  useFlowCommands();
  useRecordCommand();
}

function useRunningCommands(): void {
  const hasAny = useScenarios().length > 0;
  const isBusy = useScenariosBusy();
  const wants = useScenarioRuns(({ runs }) => Object.values(runs).some(wantsSnapshot));
  useCommands({
    'scenario.run-all': hasAny ? () => void ranInView(scenarioIdsOf(null)) : null,
    'scenario.stop': isBusy ? () => void scenariosStopped(null) : null,
    'scenario.update-failing': wants ? () => void snapshotsUpdated(snapshotsWanted(null)) : null,
  });
}

/** Of the flow in view, or of the one that the scenario in view tests. */
function useFlowCommands(): void {
  const activeId = useView(activeDocumentId);
  const flow = useFlow(useScenario(activeId)?.flow ?? activeId);
  const flowId = flow?.id ?? null;
  const hasOwn = useScenarios().some((each) => each.flow === flowId);
  const hasRun = useScenarioRuns(({ runs }) => Object.keys(runs).length > 0);
  useCommands({
    'scenario.show': flowId === null ? null : () => panelTabShown('scenarios'),
    'scenario.run-flow': hasOwn ? () => void ranInView(scenarioIdsOf(flowId)) : null,
    'scenario.coverage': flowId !== null && hasRun ? coverageToggled : null,
  });
}

function useRecordCommand(): void {
  const activeId = useView(activeDocumentId);
  const isFlow = useFlow(activeId) !== undefined;
  const run = useShownRun(activeId);
  const isOver = run !== undefined && run.outcome !== 'running';
  useCommands({
    'scenario.record': isFlow && isOver ? () => void scenarioRecorded(run.runId) : null,
  });
}

/** Whoever runs all wants to see how they go. */
async function ranInView(ids: readonly string[]): Promise<void> {
  panelTabShown('scenarios');
  await scenariosRun(ids);
}
