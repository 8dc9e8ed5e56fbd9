import { useState } from 'react';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { resultRunShown, firstFailure } from '../../../store/scenario-run-actions.ts';
import type { RowRun } from '../../../store/scenario-runs.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Note } from '../../../ui/status/note.tsx';
import { RunRing } from '../../../ui/status/run-ring.tsx';
import { ExpectationLine } from './expectation-line.tsx';
import { statusRings, statusWords } from './status-words.ts';
import styles from './results.module.css';

/** What came of one row of data: folded, unless it did not pass. */
export function RowResults({ scenario, run }: { readonly scenario: Scenario; readonly run: RowRun }) {
  const { result, row, status } = run;
  const [toggled, setToggled] = useState<boolean | null>(null);
  const isOpen = toggled ?? (status === 'failed' || status === 'not-run');
  const number = row ?? 1;
  const cells = scenario.data.rows[number - 1]?.join(' · ') ?? '';
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.rowHead}
        aria-expanded={isOpen}
        onClick={() => setToggled(!isOpen)}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
        <RunRing state={statusRings[status]} size={14} silent />
        <span>Row {number}</span>
        <span dir="auto" className={styles.cells}>
          {cells}
        </span>
        <span className={styles.took}>{outcomeOf(run)}</span>
      </button>
      {isOpen && result !== null && <Expectations run={run} />}
    </li>
  );
}

/** What a run came to, in a few words. */
export function outcomeOf({ result, status }: Pick<RowRun, 'result' | 'status'>): string {
  const took =
    result === null || result.tookMs === 0 ? '' : ` in ${formatDuration(Math.round(result.tookMs))}`;
  return `${statusWords[status]}${took}`;
}

/** Every expectation of one run, and the way to the run. */
export function Expectations({ run: { result } }: { readonly run: RowRun }) {
  if (result === null) return null;
  if (result.trouble !== null)
    return (
      <Note tone="error" title="It could not be run">
        {result.trouble}
      </Note>
    );
  // What failed is what one is here for.
  const sorted = [
    ...result.results.filter(({ passed }) => !passed),
    ...result.results.filter(({ passed }) => passed),
  ];
  return (
    <div className={styles.body}>
      <ul className={styles.expectations}>
        {sorted.map((expectation) => (
          <ExpectationLine
            key={`${String(expectation.at)} ${expectation.title}`}
            {...{ expectation, result }}
          />
        ))}
      </ul>
      {result.runId !== null && (
        <div>
          <Button
            icon="history"
            size="s"
            onClick={() => void resultRunShown(result, firstFailure(result)?.seq ?? null)}
          >
            Open the run
          </Button>
        </div>
      )}
    </div>
  );
}
