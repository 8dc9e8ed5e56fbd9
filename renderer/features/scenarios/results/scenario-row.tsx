import type { Scenario } from '#shared/scenario/scenario.ts';
import {
  failureShown,
  firstFailure,
  resultRunShown,
  scenariosRun,
  scenariosStopped,
} from '../../../store/scenario-run-actions.ts';
import { useChangesInWords } from '../../../store/scenario-changes.ts';
import {
  isBusy,
  statusOf,
  tellingResult,
  useScenarioRun,
  type ScenarioRun,
} from '../../../store/scenario-runs.ts';
import { documentOpened } from '../../../store/view-store.ts';
import { Button } from '../../../ui/button/button.tsx';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { RunRing } from '../../../ui/status/run-ring.tsx';
import { outcomeOf } from './row-results.tsx';
import { countsInWords, statusRings } from './status-words.ts';
import styles from './panel.module.css';

/** One scenario of the flow in view: how it went, why it failed, and the way to that. */
export function ScenarioRow({ isOpen, scenario }: { readonly scenario: Scenario; readonly isOpen: boolean }) {
  const { id, name } = scenario;
  const run = useScenarioRun(id);
  const status = statusOf(run);
  const changes = useChangesInWords(id);
  const failure = failureOf(run);
  return (
    <li className={classNames(styles.row, isOpen && styles.open, changes !== null && styles.outdated)}>
      <RunRing state={status === undefined ? 'idle' : statusRings[status]} size={14} silent />
      <button
        type="button"
        dir="auto"
        className={styles.name}
        title={name}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => documentOpened(id)}
      >
        {name}
      </button>
      <Outcome {...{ changes, run }} />
      {failure !== null && (
        <span className={styles.failure} title={failure.words}>
          {failure.words}
        </span>
      )}
      <span className={styles.acts}>
        {failure?.isPlaced === true && (
          <Button look="link" onClick={() => void failureShown(id)}>
            Open the first failing event
          </Button>
        )}
        <OpenTheRun name={name} run={run} />
        {isBusy(run) ? (
          <IconButton
            icon="stop"
            size={20}
            label={`Stop ${name}`}
            onClick={() => void scenariosStopped([id])}
          />
        ) : (
          <IconButton icon="run" size={20} label={`Run ${name}`} onClick={() => void scenariosRun([id])} />
        )}
      </span>
    </li>
  );
}

/** The way that it took, on the canvas: of what failed the failure leads there. */
function OpenTheRun({ name, run }: { readonly name: string; readonly run: ScenarioRun | undefined }) {
  const result = tellingResult(run);
  if (result === null || result.runId === null) return null;
  return (
    <IconButton
      icon="history"
      size={20}
      label={`Open the run of ${name}`}
      onClick={() => void resultRunShown(result, null)}
    />
  );
}

interface OutcomeProps {
  readonly run: ScenarioRun | undefined;
  readonly changes: string | null;
}

function Outcome({ changes, run }: OutcomeProps) {
  const words = run === undefined ? 'not run' : wordsOf(run);
  if (changes === null) return <span className={styles.outcome}>{words}</span>;
  return (
    <span className={styles.outcome} title={`Changed since this result: ${changes}`}>
      {words}, changed since
    </span>
  );
}

function wordsOf(run: ScenarioRun): string {
  const [first] = run.rows;
  return first?.row === null ? outcomeOf(first) : countsInWords(run.rows.map(({ status }) => status));
}

function failureOf(run: ScenarioRun | undefined) {
  const result = tellingResult(run);
  if (result === null || result.outcome === 'passed') return null;
  if (result.trouble !== null) return { words: result.trouble, isPlaced: false };
  const failure = firstFailure(result);
  if (failure === null) return null;
  return { words: failure.title, isPlaced: failure.seq !== null && result.runId !== null };
}
