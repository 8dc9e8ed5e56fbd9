import { roundInWords } from '#shared/run-events/project-loop-event.ts';
import type { NodeRunView, RoundView } from '#shared/run-events/run-view.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import { Chip } from '../../ui/status/chip.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import styles from './card-status.module.css';

/** What a card says of a run on the row of its first exit: the last status and time of an API Call, the round of a loop, else the time. */
export function CardStatus({ run }: { readonly run: NodeRunView | null }) {
  if (run === null) return null;
  if (run.attempts > 0) return <CallStatus run={run} />;
  return run.round === null ? <Took tookMs={run.tookMs} /> : <RoundChip round={run.round} />;
}

/** How long all the rounds of a loop took, on the row of the exit that it leaves by after them. */
export function RoundsTook({ run }: { readonly run: NodeRunView | null }) {
  return run === null || run.round === null ? null : <Took tookMs={run.tookMs} />;
}

function CallStatus({ run }: { readonly run: NodeRunView }) {
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
function RoundChip({ round }: { readonly round: RoundView }) {
  return (
    <span className={styles.status}>
      <Chip tone={round.isOver ? 'neutral' : 'accent'}>{roundInWords(round)}</Chip>
    </span>
  );
}

/** How long a node was at work, once that is known. */
export function Took({ tookMs }: { readonly tookMs: number | null }) {
  return tookMs === null ? null : <span className={styles.took}>{formatDuration(tookMs)}</span>;
}

function statusOf(run: NodeRunView) {
  if (run.state === 'exception') return 'exception';
  if (run.statusCode === null) return 'failure';
  return run.state === 'failed' ? 'error' : 'success';
}
