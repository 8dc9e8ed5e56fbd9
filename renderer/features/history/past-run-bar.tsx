import { repeatWanted } from '../../store/history-actions.ts';
import { useHistory } from '../../store/history-store.ts';
import { pastRunLeft, pastRunMadeAt, type PastRun, usePastRun } from '../../store/past-runs.ts';
import { useRuns } from '../../store/runs-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { useMinute } from '../../ui/status/use-minute.ts';
import { PastRunTitle } from './past-run-title.tsx';
import { isSteppable, pastRunNotes } from './past-run-notes.ts';
import { StepBackButton } from './step-back-button.tsx';
import { momentWords } from '../../ui/status/moment-words.ts';
import styles from './history.module.css';

/** Says that what is shown is past, since it looks like the present, and leads back. */
export function PastRunBar({ ownerId }: { readonly ownerId: string }) {
  const past = usePastRun(ownerId);
  return past === undefined ? null : <Bar ownerId={ownerId} past={past} />;
}

function Bar({ ownerId, past }: { readonly ownerId: string; readonly past: PastRun }) {
  const { runId } = past.view;
  const moment = momentWords(pastRunMadeAt(past), useMinute());
  const flow = useFlow(ownerId);
  const hasNewest = useRuns(
    (state) => (state.latestOfFlow[ownerId] ?? state.singleCalls[ownerId]) !== undefined,
  );
  const summary = useHistory((state) => state.runs.find((run) => run.runId === runId));
  const notes = pastRunNotes(past, flow);
  return (
    <section className={styles.bar} aria-label={`Run of ${moment} from the history`}>
      <Icon name="history" className={styles.barIcon} />
      <div className={styles.barWords}>
        <PastRunTitle past={past} moment={moment} />
        {notes.map((note) => (
          <p key={note} className={styles.barNote}>
            {note}
          </p>
        ))}
      </div>
      {flow !== undefined && isSteppable(past) && <StepBackButton ownerId={ownerId} past={past} />}
      {summary?.repeatable === true && flow !== undefined && (
        <Button look="quiet" icon="run" onClick={() => void repeatWanted(summary)}>
          Run again
        </Button>
      )}
      <Button onClick={() => pastRunLeft(ownerId)}>
        {hasNewest ? 'Back to the newest run' : 'Close the run'}
      </Button>
    </section>
  );
}
