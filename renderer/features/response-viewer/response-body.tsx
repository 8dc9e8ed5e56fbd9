import { formatSize } from '#shared/run-events/format-size.ts';
import type { BodyHandle } from '#shared/run-events/call-events.ts';
import type { RunEventOf } from '#shared/run-events/run-event.ts';
import type { AttemptView } from '#shared/run-events/run-view.ts';
import { Choice } from '../../ui/field/choice.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { Note } from '../../ui/status/note.tsx';
import { BodyView } from './body-view.tsx';
import { bodyViewPicked, useResponseView } from './response-view-store.ts';
import { isLastAttempt, type ShownCall } from './shown-call.ts';
import styles from './response-viewer.module.css';

/** The body, formatted or raw; where no response came, what happened and what to do. */
export function ResponseBody({ shown: { run, call, attempt } }: { readonly shown: ShownCall }) {
  const { ended, body } = call;
  if (attempt !== null && !(ended !== null && isLastAttempt(call, attempt))) {
    return <EarlierAttempt attempt={attempt} />;
  }
  if (ended === null) return <Waiting />;
  return (
    <div className={styles.body}>
      <Notes ended={ended} />
      {body === null || body.kind === 'none' ? (
        ended.statusCode !== null && (
          <EmptyState icon="file" title="No body">
            The response has no content.
          </EmptyState>
        )
      ) : (
        <Content key={run.runId} runId={run.runId} body={body} variable={ended.variable} />
      )}
    </div>
  );
}

function Waiting() {
  return (
    <EmptyState icon="waiting" title="Waiting for the response">
      The request is under way.
    </EmptyState>
  );
}

function EarlierAttempt({ attempt }: { readonly attempt: AttemptView }) {
  if (attempt.tookMs === null) return <Waiting />;
  return (
    <div className={styles.body}>
      {attempt.sentence !== null && (
        <div className={styles.note}>
          <Note tone="error" title={attempt.sentence} />
        </div>
      )}
      {attempt.statusCode !== null && (
        <EmptyState icon="file" title="This body is not kept">
          Another attempt followed; of a call only the last body is kept.
        </EmptyState>
      )}
    </div>
  );
}

function Notes({ ended }: { readonly ended: RunEventOf<'call-ended'> }) {
  const { sentence, parseError } = ended;
  return (
    <>
      {sentence !== null && (
        <div className={styles.note}>
          <Note tone={ended.status === 'exception' ? 'exception' : 'error'} title={sentence}>
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
  /** The variable that the response is stored in, for expressions. */
  readonly variable: string;
}

function Content({ runId, body, variable }: ContentProps) {
  const { bodyView: view } = useResponseView();
  if (body.kind === 'binary') {
    return (
      <EmptyState icon="file" title="Binary content">
        {body.contentType ?? 'Unknown type'}, {formatSize(body.sizeBytes)}. Save it to look at it.
      </EmptyState>
    );
  }
  return (
    <>
      {body.kind === 'json' && (
        <Choice
          size="s"
          label="View of the body"
          className={styles.views}
          value={view}
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
        view={body.kind === 'json' ? view : 'raw'}
        variable={variable}
      />
    </>
  );
}
