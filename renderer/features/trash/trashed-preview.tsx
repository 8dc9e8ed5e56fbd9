import type { ReactNode } from 'react';
import { formatSize } from '#shared/run-events/format-size.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { daysLeft, type TrashedDocument } from '#shared/workspace/trashed-document.ts';
import { goodbyeAsked, restoreWanted, useTrash } from '../../store/trash-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { ago } from '../../ui/status/ago.ts';
import { Note } from '../../ui/status/note.tsx';
import { daysWords } from './days-words.ts';
import { documentWords } from './document-words.ts';
import styles from './trash.module.css';

/** What is shown of a file: nobody reads more of it here. */
const shownUnits = 64_000;

const kindWords = {
  flow: 'Flow',
  endpoint: 'API endpoint',
  environment: 'Environment',
  fixture: 'Fixture',
  scenario: 'Scenario',
} as const;

/** A deleted document: what it was, where, when, and its file as it is kept. */
export function TrashedPreview({
  document,
  nowMs,
}: {
  readonly document: TrashedDocument;
  readonly nowMs: number;
}) {
  const { elsewhere, file, kind, name, removedAt, sizeBytes } = document;
  const left = daysWords(daysLeft(document, nowMs));
  return (
    <section className={styles.preview} aria-label={`What is in ${name}`}>
      <div className={styles.previewHead}>
        <div className={styles.words}>
          <h2 className={styles.name}>{name}</h2>
          <p className={styles.facts}>
            {[
              kind === null ? 'A file of another version' : kindWords[kind],
              `${elsewhere ? 'removed on disk' : 'deleted'} ${ago(removedAt, nowMs)}`,
              left,
              formatSize(sizeBytes),
            ].join(' · ')}
          </p>
          <p className={styles.file}>{file}</p>
        </div>
        <Button onClick={() => goodbyeAsked(document)}>Delete for good…</Button>
        <Button look="primary" icon="undo" onClick={() => void restoreWanted(document)}>
          Restore
        </Button>
      </div>
      {elsewhere && (
        <Note tone="info" title="Another program removed the file">
          It is kept here as Flowbench knew it last; what was not saved here is not in it.
        </Note>
      )}
      <Contents document={document} />
    </section>
  );
}

function Contents({ document }: { readonly document: TrashedDocument }): ReactNode {
  const preview = useTrash((state) => state.preview);
  if (preview.type === 'none' || preview.key !== document.key) return null;
  if (preview.type === 'trouble')
    return (
      <Note tone="warning" title="It cannot be shown">
        {preview.message}
      </Note>
    );
  const read = readDocument(document.file, preview.text);
  const summary = read.ok ? documentWords(read.value.content) : [];
  return (
    <>
      {summary.length > 0 && <p className={styles.summary}>{summary.join(' · ')}</p>}
      <pre className={styles.text} tabIndex={0} aria-label={`File of ${document.name}`}>
        {preview.text.slice(0, shownUnits)}
        {preview.text.length > shownUnits ? '\n…' : ''}
      </pre>
    </>
  );
}
