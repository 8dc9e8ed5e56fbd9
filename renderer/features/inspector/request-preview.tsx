import { useState } from 'react';
import type { PreviewFailure } from '#shared/ipc/channels/run-channels.ts';
import type { MaskedRequest } from '#shared/request/masked-request.ts';
import { useCommands } from '../../store/command-registry.ts';
import { curlCopied } from '../../store/curl-copied.ts';
import { useUnlocking } from '../../store/passphrase-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { SentRequest } from '../../ui/request/sent-request.tsx';
import { Note } from '../../ui/status/note.tsx';
import type { CallPreview } from './use-call-preview.ts';
import styles from './request-preview.module.css';

interface RequestPreviewProps {
  /** `null` until it is there. */
  readonly preview: CallPreview | null;
  /** Variables that the call reads and that have no value yet. */
  readonly unset: readonly string[];
}

/** The request as it would leave. */
export function RequestPreview({ preview, unset }: RequestPreviewProps) {
  const [open, setOpen] = useState(true);
  const request = preview?.ok === true ? preview.value : null;
  const copy = () => {
    if (request !== null) void curlCopied(request);
  };
  useCommands({ 'call.copy-curl': request === null ? null : copy });
  return (
    <div className={styles.preview}>
      <Section
        title="As it will be sent"
        open={open}
        onToggle={setOpen}
        aside={
          request !== null && (
            <Button look="quiet" size="s" icon="copy" onClick={copy}>
              Copy as cURL
            </Button>
          )
        }
      >
        {request !== null && <ShownRequest request={request} />}
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

function ShownRequest({ request }: { readonly request: MaskedRequest }) {
  return (
    <>
      <SentRequest request={request} label="Request as it will be sent" />
      {request.headers.map(({ name, note }) =>
        note === undefined ? null : (
          <p key={name} className={styles.waits}>
            {name}: {note}
          </p>
        ),
      )}
      {hasBoundary(request) && (
        <p className={styles.waits}>Each request gets a new boundary; this one shows its form.</p>
      )}
    </>
  );
}

function hasBoundary({ headers }: MaskedRequest): boolean {
  return headers.some(
    ({ name, value }) =>
      name.toLowerCase() === 'content-type' && /^multipart\//i.test(value.map(({ text }) => text).join('')),
  );
}

function PreviewTrouble({ failure }: { readonly failure: PreviewFailure }) {
  const place =
    failure.line === null ? '' : ` (line ${String(failure.line)}, column ${String(failure.column ?? 1)})`;
  const unlock = useUnlocking(failure.code);
  return (
    <Note
      tone="exception"
      title="It would not be sent"
      actions={
        unlock === null ? undefined : (
          <Button size="s" onClick={unlock}>
            Unlock secrets…
          </Button>
        )
      }
    >
      {failure.message}
      {place} {failure.wayOn}
    </Note>
  );
}
