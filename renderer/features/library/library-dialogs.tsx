import { documentsWithin, itemsRemoved } from '../../store/library-removal.ts';
import { isFolder, nameOf } from '../../store/library-actions.ts';
import { libraryQuestionClosed, useLibraryQuestion } from '../../store/library-dialogs.ts';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';

/** What is asked about flows, endpoints and their folders, over the window. */
export function LibraryDialogs() {
  const question = useLibraryQuestion();
  return (
    <>
      <MoveDialog items={question?.type === 'move' ? question.items : null} />
      {question?.type === 'delete' && <DeletionDialog items={question.items} />}
    </>
  );
}

function DeletionDialog({ items }: { readonly items: readonly string[] }) {
  const folders = items.filter(isFolder);
  const documents = items.length - folders.length + folders.flatMap(documentsWithin).length;
  const count = documents === 1 ? '1 document' : `${String(documents)} documents`;
  const [first = ''] = items;
  const what = items.length === 1 ? `the folder ${nameOf(first)}` : `${String(items.length)} items`;
  return (
    <ConfirmDialog
      open
      title={`Delete ${what} and ${count}?`}
      safeLabel="Keep"
      confirmLabel="Delete"
      onCancel={libraryQuestionClosed}
      onConfirm={() => {
        libraryQuestionClosed();
        void itemsRemoved(items);
      }}
    >
      {documents === 1 ? 'The document stays' : 'The documents stay'} in the trash for 30 days, and undo
      brings them back with their folder.
    </ConfirmDialog>
  );
}
