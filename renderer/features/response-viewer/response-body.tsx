import { formatSize } from '#shared/run-events/format-size.ts';
import type { BodyHandle } from '#shared/run-events/call-events.ts';
import type { RunEventOf } from '#shared/run-events/run-event.ts';
import type { AttemptView } from '#shared/run-events/run-view.ts';
import { useUnlocking } from '../../store/passphrase-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Choice } from '../../ui/field/choice.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { Note } from '../../ui/status/note.tsx';
import { BodyView } from './body-view.tsx';
import { bodyViewPicked, streamViewPicked, useResponseView } from './response-view-store.ts';
import { isLastAttempt, streamOf, type ShownCall } from './shown-call.ts';
import { StreamEvents } from './stream-events.tsx';
import styles from './response-viewer.module.css';

type CallEnded = RunEventOf<'call-ended'>;
type Stream = ReturnType<typeof streamOf>;

/** The body, formatted or raw; where no response came, what happened and what to do. */
export function ResponseBody({ shown: { run, call, attempt } }: { readonly shown: ShownCall }) {
  const { ended, body } = call;
  const stream = streamOf(attempt ?? call.attempts.at(-1));
  if (attempt !== null && !(ended !== null && isLastAttempt(call, attempt))) {
    return <EarlierAttempt attempt={attempt} stream={stream} />;
  }
  if (ended === null) return stream === null ? <Waiting /> : <StreamEvents events={stream} live />;
  return (
    <div className={styles.body}>
      <Notes ended={ended} />
      {body === null || body.kind === 'none' ? (
        <NoBody ended={ended} stream={stream} />
      ) : (
        <Content key={run.runId} runId={run.runId} body={body} stream={stream} variable={ended.variable} />
      )}
    </div>
  );
}

/** Where there is no body there may still be what came of one. */
function NoBody({ ended, stream }: { readonly ended: CallEnded; readonly stream: Stream }) {
  if (stream !== null && stream.length > 0) return <StreamEvents events={stream} live={false} />;
  if (ended.statusCode === null) return null;
  return (
    <EmptyState icon="file" title="No body">
      The response has no content.
    </EmptyState>
  );
}

function Waiting() {
  return (
    <EmptyState icon="waiting" title="Waiting for the response">
      The request is under way.
    </EmptyState>
  );
}

function EarlierAttempt({ attempt, stream }: { readonly attempt: AttemptView; readonly stream: Stream }) {
  if (attempt.tookMs === null) return stream === null ? <Waiting /> : <StreamEvents events={stream} live />;
  return (
    <div className={styles.body}>
      {attempt.sentence !== null && (
        <div className={styles.note}>
          <Note tone="error" title={attempt.sentence} />
        </div>
      )}
      {stream !== null && <StreamEvents events={stream} live={false} />}
      {attempt.statusCode !== null && stream === null && (
        <EmptyState icon="file" title="This body is not kept">
          Another attempt followed; of a call only the last body is kept.
        </EmptyState>
      )}
    </div>
  );
}

function Notes({ ended }: { readonly ended: CallEnded }) {
  const { sentence, parseError } = ended;
  const unlock = useUnlocking(ended.code);
  return (
    <>
      {sentence !== null && (
        <div className={styles.note}>
          <Note
            tone={ended.status === 'exception' ? 'exception' : 'error'}
            title={sentence}
            actions={
              unlock === null ? undefined : (
                <Button size="s" onClick={unlock}>
                  Unlock secrets…
                </Button>
              )
            }
          >
            {ended.wayOn}
          </Note>
        </div>
      )}
      {parseError !== null && (
        <div className={styles.note}>
          <Note tone="warning" title="The response says it is JSON and is not">
            {parseError.message} (line {parseError.line}, column {parseError.column})
          </Note>
        </div>
      )}
    </>
  );
}

interface ContentProps {
  readonly runId: string;
  readonly body: BodyHandle;
  readonly stream: Stream;
  /** The variable that the response is stored in, for expressions. */
  readonly variable: string;
}

function Content({ runId, body, stream, variable }: ContentProps) {
  const { bodyView, streamView } = useResponseView();
  if (body.kind === 'binary') {
    return (
      <EmptyState icon="file" title="Binary content">
        {body.contentType ?? 'Unknown type'}, {formatSize(body.sizeBytes)}. Save it to look at it.
      </EmptyState>
    );
  }
  if (body.kind === 'events') {
    return (
      <>
        <Choice
          size="s"
          label="View of the body"
          className={classNames(styles.views, streamView === 'events' && styles.viewsAbove)}
          value={streamView}
          options={[
            { value: 'events', label: 'Events' },
            { value: 'list', label: 'Pretty' },
            { value: 'raw', label: 'Raw' },
          ]}
          onChange={streamViewPicked}
        />
        {streamView === 'events' ? (
          <StreamEvents events={stream ?? []} live={false} />
        ) : (
          <BodyView key={body.handle} runId={runId} body={body} view={streamView} variable={variable} />
        )}
      </>
    );
  }
  return (
    <>
      {body.kind === 'json' && (
        <Choice
          size="s"
          label="View of the body"
          className={styles.views}
          value={bodyView}
          options={[
            { value: 'tree', label: 'Pretty' },
            { value: 'raw', label: 'Raw' },
          ]}
          onChange={bodyViewPicked}
        />
      )}
      <BodyView
        key={body.handle}
        runId={runId}
        body={body}
        view={body.kind === 'json' ? bodyView : 'raw'}
        variable={variable}
      />
    </>
  );
}
