import { useMemo } from 'react';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { useCommandKeys } from '../../../store/command-keys.ts';
import { scenarioWanted } from '../../../store/scenario-actions.ts';
import { scenariosRun, scenariosStopped, snapshotsUpdated } from '../../../store/scenario-run-actions.ts';
import { useOutdated } from '../../../store/scenario-changes.ts';
import { isBusy, statusOf, useScenarioRuns, wantsSnapshot } from '../../../store/scenario-runs.ts';
import { useFlow, useScenario, useScenarios } from '../../../store/use-documents.ts';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/status/empty-state.tsx';
import { ProgressInLine } from '../../../ui/status/progress.tsx';
import { CoverageView } from './coverage-view.tsx';
import { ScenarioRow } from './scenario-row.tsx';
import { countsInWords } from './status-words.ts';
import styles from './panel.module.css';

/** The scenarios of the flow in view, how each went, and how much of the flow they come through. */
export function ScenariosPanel({ ownerId }: { readonly ownerId: string | null }) {
  const scenario = useScenario(ownerId);
  const flow = useFlow(scenario?.flow ?? ownerId);
  const all = useScenarios();
  const own = useMemo(() => all.filter((each) => each.flow === flow?.id), [all, flow?.id]);
  if (flow === undefined)
    return (
      <EmptyState icon="scenario" title="No flow in view">
        Open a flow to see its scenarios and how they went.
      </EmptyState>
    );
  if (own.length === 0)
    return (
      <EmptyState
        icon="scenario"
        title="No scenarios yet"
        action={<Button onClick={() => scenarioWanted(flow.id)}>New scenario</Button>}
      >
        A scenario tests the flow. Record one in the Simulator when a run is over, or write a new one.
      </EmptyState>
    );
  return (
    <div className={styles.panel}>
      <div className={styles.halves}>
        <div className={styles.list}>
          <Bar scenarios={own} />
          <ul className={styles.rows} aria-label={`Scenarios of ${flow.name}`}>
            {own.map((each) => (
              <ScenarioRow key={each.id} scenario={each} isOpen={each.id === ownerId} />
            ))}
          </ul>
        </div>
        <CoverageView flow={flow} ids={own.map(({ id }) => id)} />
      </div>
    </div>
  );
}

function Bar({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const keysOf = useCommandKeys();
  const runs = useScenarioRuns((state) => state.runs);
  const ids = scenarios.map(({ id }) => id);
  const busy = ids.filter((id) => isBusy(runs[id]));
  const outdated = useOutdated(ids);
  const snapshots = ids.filter((id) => wantsSnapshot(runs[id]) && !outdated.has(id));
  const counts = countsInWords(ids.map((id) => (outdated.has(id) ? 'outdated' : statusOf(runs[id]))));
  const rows = ids.flatMap((id) => runs[id]?.rows ?? []);
  const over = rows.filter(({ result }) => result !== null).length;
  return (
    <div className={styles.bar}>
      {busy.length > 0 ? (
        <Button icon="stop" iconFilled size="s" onClick={() => void scenariosStopped(ids)}>
          Stop
        </Button>
      ) : (
        <Button
          icon="run"
          iconFilled
          size="s"
          keys={keysOf('scenario.run-flow')}
          onClick={() => void scenariosRun(ids)}
        >
          Run all
        </Button>
      )}
      {busy.length > 0 && (
        <span className={styles.progress}>
          <ProgressInLine label="Scenarios" done={over} total={rows.length} />
        </span>
      )}
      <span className={styles.counts} role="status">
        {counts === '' ? 'None was run yet' : counts}
      </span>
      {snapshots.length > 0 && busy.length === 0 && (
        <Button look="quiet" size="s" onClick={() => void snapshotsUpdated(snapshots)}>
          {snapshots.length === 1 ? 'Update 1 snapshot' : `Update ${String(snapshots.length)} snapshots`}
        </Button>
      )}
    </div>
  );
}
