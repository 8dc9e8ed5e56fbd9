import { formatDuration } from '#shared/run-events/format-duration.ts';
import { formatSize } from '#shared/run-events/format-size.ts';
import type { RunId } from '#shared/ids/ids.ts';
import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { bridge } from '../../bridge/bridge.ts';
import { callPicked } from '../../store/runs-store.ts';
import { toasts } from '../../store/toasts.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import { ToolbarButton } from '../../ui/button/toolbar-button.tsx';
import { Chip } from '../../ui/status/chip.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import styles from './response-viewer.module.css';

interface ResponseHeadProps {
  readonly run: RunView;
  readonly call: CallView;
  readonly ownerId: string | null;
}

/** Which call it is, how it ended, how long it took and how large it is. */
export function ResponseHead({ run, call, ownerId }: ResponseHeadProps) {
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
      <span className={styles.grow} />
      {body !== null && body.kind !== 'none' && (
        <Button icon="download" onClick={() => void saved(run, call)}>
          Save body…
        </Button>
      )}
    </div>
  );
}

function CallMenu({ run, call, ownerId }: ResponseHeadProps) {
  const owner = useDocuments((state) => (ownerId === null ? undefined : state.documents[ownerId]?.document));
  const nameOf = (each: CallView): string => {
    const node =
      owner?.format === 'flowbench.flow' ? owner.nodes.find(({ id }) => id === each.nodeId) : undefined;
    return node?.name ?? each.endpointName;
  };
  return (
    <Menu
      trigger={
        <ToolbarButton icon="api-call" caret={run.calls.length > 1}>
          {nameOf(call)}
        </ToolbarButton>
      }
      entries={[
        {
          kind: 'choice',
          label: 'Calls of this run',
          value: String(call.index),
          options: run.calls.map((each) => ({
            value: String(each.index),
            label: nameOf(each),
            meta: each.ended?.statusCode ?? each.ended?.status ?? 'running',
          })),
          onChange: (value) => callPicked(run.runId, Number(value)),
        },
      ]}
    />
  );
}

async function saved(run: RunView, { body }: CallView): Promise<void> {
  if (body === null) return;
  const suggestedName =
    body.kind === 'json' ? 'response.json' : body.kind === 'text' ? 'response.txt' : 'response.bin';
  const outcome = await bridge.call['body.save']({
    runId: run.runId as RunId,
    handle: body.handle,
    suggestedName,
  });
  if (!outcome.ok && outcome.failure.code !== 'cancelled') {
    toasts.show({ title: 'The body was not saved', body: outcome.failure.message, icon: 'warning' });
  }
}
