import { useEffect, useState, type ReactNode } from 'react';
import type { RunId } from '#shared/ids/ids.ts';
import { pastRunMadeAt, pastRunRead, pastRunShown, usePastRun } from '../../store/past-runs.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { useMinute } from '../../ui/status/use-minute.ts';
import { PastRunTitle } from './past-run-title.tsx';
import { isSteppable, pastRunNotes } from './past-run-notes.ts';
import { StepBackButton } from './step-back-button.tsx';
import { momentWords } from '../../ui/status/moment-words.ts';
import styles from './history.module.css';

interface PastRunPageProps {
  readonly runId: RunId;
  /** What was run. */
  readonly name: string;
  /** Where one looks back into it, which another feature shows. */
  readonly debugBar: ReactNode;
}

/** A run whose flow or endpoint is gone: what is left of it is in the panel below. */
export function PastRunPage({ debugBar, runId, name }: PastRunPageProps) {
  const past = usePastRun(runId);
  const [trouble, setTrouble] = useState<string | null>(null);
  const nowMs = useMinute();
  const isMissing = past === undefined;
  // A tab that came back with the window has nothing to show yet.
  useEffect(() => {
    if (!isMissing) return;
    void pastRunRead(runId).then((read) => {
      if (read.ok) pastRunShown(runId, read.value);
      else setTrouble(read.failure);
    });
  }, [runId, isMissing]);
  if (past === undefined) {
    return trouble === null ? (
      <h1 className={styles.unseen}>Run of {name}</h1>
    ) : (
      <EmptyState icon="history" title={`The run of ${name} cannot be shown`}>
        {trouble}
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.pageTitle}>{name}</h1>
      <div className={styles.pageHead}>
        <PastRunTitle past={past} moment={momentWords(pastRunMadeAt(past), nowMs)} />
        {isSteppable(past) && <StepBackButton ownerId={runId} past={past} />}
      </div>
      {debugBar}
      <p className={styles.barNote}>
        {past.record?.origin.type === 'endpoint'
          ? 'Its API endpoint was deleted.'
          : 'Its flow was deleted, so there is no canvas to show it on.'}{' '}
        The panel below shows what happened.
      </p>
      {pastRunNotes(past, undefined).map((note) => (
        <p key={note} className={styles.barNote}>
          {note}
        </p>
      ))}
    </div>
  );
}
