import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { AttemptView } from '#shared/run-events/run-view.ts';
import { callPicked } from '../../store/runs-store.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Chip } from '../../ui/status/chip.tsx';
import { StandInMark } from '../../ui/status/stand-in-mark.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { CallMenu, type CallMenuProps } from './call-menu.tsx';
import { UnverifiedChip } from './unverified-chip.tsx';
import styles from './response-viewer.module.css';

/** Which attempt of a call it is, how it ended and how long it took, with the way back to the whole call. */
export function AttemptHead({ attempt, ...of }: CallMenuProps & { readonly attempt: AttemptView }) {
  const { tookMs, statusCode, code } = attempt;
  return (
    <div className={styles.head}>
      <CallMenu {...of} />
      <span>
        Attempt {attempt.number} of {of.call.attempts.length}
      </span>
      {tookMs === null ? (
        <Chip tone="accent">running</Chip>
      ) : (
        <>
          <StatusChip
            status={statusCode === null ? 'failure' : 'success'}
            statusCode={statusCode}
            cause={code ?? undefined}
            brief
          />
          <span className={styles.fact}>
            <small>Time</small> {formatDuration(tookMs)}
          </span>
        </>
      )}
      {attempt.standIn !== undefined && <StandInMark standIn={attempt.standIn} />}
      <UnverifiedChip attempts={[attempt]} />
      <IconButton
        icon="x"
        label="Show the whole call"
        className={styles.atEnd}
        onClick={() => callPicked(of.run.runId, of.call.index)}
      />
    </div>
  );
}
