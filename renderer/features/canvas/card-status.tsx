import { roundInWords } from '#shared/run-events/project-loop-event.ts';
import type { NodeRunView, RoundView } from '#shared/run-events/run-view.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import { Chip } from '../../ui/status/chip.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import styles from './card-status.module.css';

/** The last status and time of an API Call, or the round that a loop is in, on the row of the first exit. */
export function CardStatus({ run }: { readonly run: NodeRunView | null }) {
  if (run?.round) return <RoundStatus round={run.round} />;
  if (run === null || run.attempts === 0) return null;
  return (
    <span className={styles.status}>
      {run.tookMs === null ? (
        <Chip tone="accent">attempt {run.attempts}</Chip>
      ) : (
        <>
          <StatusChip status={statusOf(run)} statusCode={run.statusCode} times={run.attempts} brief />
          <span className={styles.took}>{run.standIn ?? formatDuration(run.tookMs)}</span>
        </>
      )}
    </span>
  );
}

/** `3 of 10`, quiet once the loop is over. */
function RoundStatus({ round }: { readonly round: RoundView }) {
  return (
    <span className={styles.status}>
      <Chip tone={round.isOver ? 'neutral' : 'accent'}>{roundInWords(round)}</Chip>
    </span>
  );
}

function statusOf(run: NodeRunView) {
  if (run.state === 'exception') return 'exception';
  if (run.statusCode === null) return 'failure';
  return run.state === 'failed' ? 'error' : 'success';
}
