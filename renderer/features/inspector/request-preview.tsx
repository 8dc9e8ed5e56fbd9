import { useState } from 'react';
import type { PreviewFailure } from '#shared/ipc/channels/run-channels.ts';
import { Section } from '../../ui/layout/section.tsx';
import { SentRequest } from '../../ui/request/sent-request.tsx';
import { Note } from '../../ui/status/note.tsx';
import type { CallPreview } from './use-call-preview.ts';
import styles from './inspector.module.css';

interface RequestPreviewProps {
  /** `null` until it is there. */
  readonly preview: CallPreview | null;
  /** Variables that the call reads and that have no value yet. */
  readonly unset: readonly string[];
}

/** The request as it would leave. */
export function RequestPreview({ preview, unset }: RequestPreviewProps) {
  const [open, setOpen] = useState(true);
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
