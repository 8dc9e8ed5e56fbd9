import { useRef } from 'react';
import type { DocumentDifference } from '#shared/bundle/document-difference.ts';
import type { ImportView } from '#shared/bundle/import-view.ts';
import {
  bundleDifferenceClosed,
  useComparedDocument,
  type ComparedDocument,
} from '../../store/bundle-difference.ts';
import type { ImportChoice } from '../../store/bundle-import.ts';
import { Button } from '../../ui/button/button.tsx';
import { SideBySide, type SideRow } from '../../ui/compare/side-by-side.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { Note } from '../../ui/status/note.tsx';
import { AnswerChoice } from './answer-choice.tsx';
import styles from './bundles.module.css';

type Incoming = ImportView['documents'][number];

/** What differs between a document of the workspace and the one of the bundle, and the question that it is about. */
export function DifferenceDialog({ answers, view }: Pick<ImportChoice, 'answers' | 'view'>) {
  const compared = useComparedDocument(view);
  const document = view.documents.find(({ id }) => id === compared?.id);
  if (compared === null || document === undefined) return null;
  return <Shown compared={compared} document={document} answer={answers[document.id]} />;
}

interface ShownProps {
  readonly compared: ComparedDocument;
  readonly document: Incoming;
  readonly answer: ImportChoice['answers'][string] | undefined;
}

function Shown({ answer, compared: { difference }, document }: ShownProps) {
  const close = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onClose={bundleDifferenceClosed}
      width="broad"
      initialFocus={close}
      title={`What differs in ${document.name}`}
      description={placesOf(document)}
      footer={
        <>
          <AnswerChoice document={document} answer={answer} />
          <Button ref={close} onClick={bundleDifferenceClosed}>
            Back
          </Button>
        </>
      }
    >
      {difference === null && <p className={styles.quiet}>Looking at what differs…</p>}
      {typeof difference === 'string' && (
        <Note tone="error" title="Nobody knows what differs" live>
          {difference}
        </Note>
      )}
      {difference !== null && typeof difference !== 'string' && (
        <Difference difference={difference} name={document.name} />
      )}
    </Dialog>
  );
}

function placesOf({ file, there }: Incoming): string {
  return there === undefined || there.file === file
    ? `It lies in ${file}.`
    : `Here it lies in ${there.file}, in the bundle in ${file}.`;
}

function Difference({
  difference,
  name,
}: {
  readonly difference: DocumentDifference;
  readonly name: string;
}) {
  const { differing, leftOut } = difference;
  return (
    <div className={styles.difference}>
      <p className={styles.quiet} role="status">
        {differing === 1 ? 'One line differs.' : `${differing.toLocaleString('en')} lines differ.`}
        {leftOut > 0 && ` Only the first are shown; ${leftOut.toLocaleString('en')} more rows are left out.`}
      </p>
      <SideBySide
        rows={difference.rows.map(rowOf)}
        look="replaced"
        heads={['In the workspace', 'In the bundle']}
        label={`${name}: in the workspace and in the bundle`}
        className={styles.sides}
      />
    </div>
  );
}

function rowOf(row: DocumentDifference['rows'][number]): SideRow {
  return 'alike' in row ? row.alike : [row.here, row.bundled];
}
