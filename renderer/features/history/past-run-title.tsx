import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { PastRun } from '../../store/past-runs.ts';
import { outcomeWords } from '../../ui/status/outcome-words.ts';
import { RunRing } from '../../ui/status/run-ring.tsx';
import { outcomeRings } from './run-words.ts';
import styles from './history.module.css';

interface PastRunTitleProps {
  readonly past: PastRun;
  /** When it began, in words. */
  readonly moment: string;
}

/** Which run it is, and how it went. */
export function PastRunTitle({ past, moment }: PastRunTitleProps) {
  const { elapsedMs, environmentName, outcome } = past.view;
  const facts = [
    `${outcomeWords[outcome]} after ${formatDuration(elapsedMs)}`,
    ...(environmentName === null ? [] : [environmentName]),
  ];
  return (
    <p className={styles.barTitle}>
      <strong>Run of {moment} — history</strong>
      <RunRing state={outcomeRings[outcome]} size={14} silent />
      <span>{facts.join(' · ')}</span>
    </p>
  );
}
