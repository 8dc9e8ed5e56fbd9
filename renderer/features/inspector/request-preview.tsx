import { useEffect, useState } from 'react';
import type { PreviewFailure } from '#shared/ipc/channels/run-channels.ts';
import { bridge } from '../../bridge/bridge.ts';
import { environmentId } from '../../store/run-actions.ts';
import { useOpenDocument } from '../../store/use-documents.ts';
import { useView } from '../../store/view-store.ts';
import { Section } from '../../ui/layout/section.tsx';
import { SentRequest } from '../../ui/request/sent-request.tsx';
import { Note } from '../../ui/status/note.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { useSampleValues } from './use-sample-values.ts';
import styles from './inspector.module.css';

type Preview = Awaited<ReturnType<(typeof bridge)['call']['call.preview']>>;

/** The preview follows the typing after this pause. */
const pauseMs = 250;

/** The request as it would leave, made by the same code that sends it, with every secret masked. */
export function RequestPreview({ flow, node }: CallEditorProps) {
  const [open, setOpen] = useState(true);
  const preview = usePreview({ flow, node }, open);
  const { names, texts } = useSampleValues(flow, node);
  const unset = names.filter((name) => texts[name] === undefined);
  return (
    <div className={styles.preview}>
      <Section title="As it will be sent" open={open} onToggle={setOpen}>
        {preview?.ok === true && <SentRequest request={preview.value} label="Request as it will be sent" />}
        {preview?.ok === false &&
          (unset.length > 0 ? (
            <p className={styles.waits}>Enter a sample for {unset.join(', ')} below to see the request.</p>
          ) : (
            <PreviewTrouble failure={preview.failure} />
          ))}
      </Section>
    </div>
  );
}

function usePreview({ flow, node }: CallEditorProps, wanted: boolean): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const { texts } = useSampleValues(flow, node);
  const endpointRevision = useOpenDocument(node.config.endpoint)?.revision;
  const environmentRevision = useOpenDocument(useView((state) => state.environmentId))?.revision;
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    const timer = window.setTimeout(() => {
      const input = {
        flowId: flow.id,
        config: node.config,
        environmentId: environmentId(),
        variables: { ...texts },
      };
      void bridge.call['call.preview'](input).then((outcome) => {
        if (current) setPreview(outcome);
      });
    }, pauseMs);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
    // The main process reads the endpoint and the environment as they are saved: a new revision makes a new preview.
  }, [wanted, flow.id, node.config, texts, endpointRevision, environmentRevision]);
  return preview;
}

function PreviewTrouble({ failure }: { readonly failure: PreviewFailure }) {
  const place =
    failure.line === null ? '' : ` (line ${String(failure.line)}, column ${String(failure.column ?? 1)})`;
  return (
    <Note tone="exception" title="It would not be sent">
      {failure.message}
      {place} {failure.wayOn}
    </Note>
  );
}
