import { formatDuration } from '#shared/run-events/format-duration.ts';
import { formatSize } from '#shared/run-events/format-size.ts';
import type { RunId } from '#shared/ids/ids.ts';
import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { bridge } from '../../bridge/bridge.ts';
import { isPinnable, responsePinned } from '../../store/pin-fixture.ts';
import { toasts } from '../../store/toasts.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Chip } from '../../ui/status/chip.tsx';
import { StandInMark } from '../../ui/status/stand-in-mark.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { CallMenu, type CallMenuProps } from './call-menu.tsx';
import { UnverifiedChip } from './unverified-chip.tsx';
import styles from './response-viewer.module.css';

/** Which call it is, how it ended, how long it took and how large it is. */
export function ResponseHead({ run, call, ownerId }: CallMenuProps) {
  const { ended, body } = call;
  return (
    <div className={styles.head}>
      <CallMenu run={run} call={call} ownerId={ownerId} />
      {ended === null ? (
        <Chip tone="accent" size="l">
          attempt {Math.max(1, call.attempts.length)}
        </Chip>
      ) : (
        <>
          <StatusChip
            status={ended.status}
            statusCode={ended.statusCode}
            times={ended.attempts}
            cause={ended.code ?? undefined}
            size="l"
          />
          <span className={styles.fact}>
            <small>Time</small> {formatDuration(ended.tookMs)}
          </span>
          {ended.statusCode !== null && (
            <span className={styles.fact}>
              <small>Size</small> {formatSize(ended.sizeBytes)}
            </span>
          )}
        </>
      )}
      {call.standIn !== undefined && <StandInMark standIn={call.standIn} />}
      <UnverifiedChip attempts={call.attempts} />
      <span className={styles.atEnd} />
      {isPinnable(call) && (
        <IconButton
          icon="fixture"
          label="Pin as fixture"
          onClick={() => void responsePinned({ run, call })}
        />
      )}
      {body !== null && body.kind !== 'none' && (
        <IconButton icon="download" label="Save body…" onClick={() => void saved(run, call)} />
      )}
    </div>
  );
}

async function saved(run: RunView, { body }: CallView): Promise<void> {
  if (body === null) return;
  const suggestedName =
    body.kind === 'json' ? 'response.json' : body.kind === 'binary' ? 'response.bin' : 'response.txt';
  const outcome = await bridge.call['body.save']({
    runId: run.runId as RunId,
    handle: body.handle,
    suggestedName,
  });
  if (!outcome.ok && outcome.failure.code !== 'cancelled') {
    toasts.show({ title: 'The body was not saved', body: outcome.failure.message, icon: 'warning' });
  }
}
