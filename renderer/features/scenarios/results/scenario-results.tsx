import { useCommandKeys } from '../../../store/command-keys.ts';
import { useCommands } from '../../../store/command-registry.ts';
import { scenariosRun, scenariosStopped, snapshotsUpdated } from '../../../store/scenario-run-actions.ts';
import { useChangesInWords } from '../../../store/scenario-changes.ts';
import { isBusy, useScenarioRun, wantsSnapshot, type ScenarioRun } from '../../../store/scenario-runs.ts';
import { useScenario } from '../../../store/use-documents.ts';
import { Button } from '../../../ui/button/button.tsx';
import { PanelHead } from '../../../ui/layout/panel-head.tsx';
import { EmptyState } from '../../../ui/status/empty-state.tsx';
import { momentWords } from '../../../ui/status/moment-words.ts';
import { Note } from '../../../ui/status/note.tsx';
import { useMinute } from '../../../ui/status/use-minute.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { Expectations, outcomeOf, RowResults } from './row-results.tsx';
import { countsInWords } from './status-words.ts';
import styles from './results.module.css';

/** What came of a scenario the last time that it was run, beside what it says. */
export function ScenarioResults({ scenarioId }: { readonly scenarioId: string }) {
  const scenario = useScenario(scenarioId);
  const run = useScenarioRun(scenarioId);
  const said = run?.rows[0]?.result?.said ?? null;
  const ran = () => void scenariosRun([scenarioId]);
  useCommands({
    // What is in view is run, here as on a canvas.
    'run.start': ran,
    'scenario.run': ran,
    'scenario.update-snapshot': said === null ? null : () => void snapshotsUpdated([scenarioId]),
  });
  if (scenario === undefined) return null;
  return (
    <section className={styles.results} aria-label="Result">
      <PanelHead
        title="Result"
        ruled
        aside={run === undefined ? undefined : wordsOf(run)}
        tools={<ResultTools scenarioId={scenarioId} run={run} />}
      />
      {run === undefined ? (
        <EmptyState icon="scenario" title="Not run yet">
          A run shows here which expectations were met, with both sides of those that were not.
        </EmptyState>
      ) : (
        <ResultsBody {...{ scenario, run }} />
      )}
    </section>
  );
}

function wordsOf({ rows }: ScenarioRun): string {
  const [first] = rows;
  if (first?.row === null) return outcomeOf(first);
  return countsInWords(rows.map(({ status }) => status));
}

function ResultTools({
  run,
  scenarioId,
}: {
  readonly scenarioId: string;
  readonly run: ScenarioRun | undefined;
}) {
  const keysOf = useCommandKeys();
  if (isBusy(run))
    return (
      <Button icon="stop" iconFilled size="s" onClick={() => void scenariosStopped([scenarioId])}>
        Stop
      </Button>
    );
  return (
    <Button
      icon="run"
      iconFilled
      size="s"
      keys={keysOf('scenario.run')}
      onClick={() => void scenariosRun([scenarioId])}
    >
      Run the scenario
    </Button>
  );
}

function ResultsBody({ run, scenario }: { readonly scenario: Scenario; readonly run: ScenarioRun }) {
  const [first] = run.rows;
  const changes = useChangesInWords(scenario.id);
  return (
    <div className={styles.scroller}>
      {changes !== null && (
        <Note tone="info" title="Changed since this result">
          {`${changes.charAt(0).toUpperCase()}${changes.slice(1)}. Run it again to see what comes of it now.`}
        </Note>
      )}
      <SnapshotNote {...{ run, scenario }} isOutdated={changes !== null} />
      <Moment run={run} />
      {first?.row === null ? (
        <Expectations run={first} />
      ) : (
        <ul className={styles.rows} aria-label="Rows of data">
          {run.rows.map((row) => (
            <RowResults key={row.row} scenario={scenario} run={row} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** When it was run: the result may be one of days ago. */
function Moment({ run }: { readonly run: ScenarioRun }) {
  const now = useMinute();
  const ended = run.rows.flatMap(({ result }) => (result === null ? [] : [result.endedAt])).sort();
  const last = ended.at(-1);
  return last === undefined ? null : <p className={styles.moment}>{`Run on ${momentWords(last, now)}`}</p>;
}

interface SnapshotNoteProps {
  readonly scenario: Scenario;
  readonly run: ScenarioRun;
  readonly isOutdated: boolean;
}

/** Where only the words differ, or none are kept yet, one click keeps those of the last run. */
function SnapshotNote({ isOutdated, run, scenario }: SnapshotNoteProps) {
  const update = (words: string) => (
    <Button onClick={() => void snapshotsUpdated([scenario.id])}>{words}</Button>
  );
  const said = run.rows[0]?.result?.said ?? null;
  if (!isOutdated && wantsSnapshot(run))
    return (
      <Note
        tone="warning"
        title="Only the conversation differs from the snapshot"
        actions={update('Update the snapshot')}
      >
        If it is right as it is now, take it as the snapshot.
      </Note>
    );
  if (said === null || said.length === 0 || scenario.snapshot !== undefined) return null;
  return (
    <Note tone="info" title="It has no snapshot" actions={update('Take a snapshot')}>
      A snapshot expects the whole conversation to be as it was in this run.
    </Note>
  );
}
