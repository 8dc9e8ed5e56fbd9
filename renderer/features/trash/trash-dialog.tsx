import { goodbyeCancelled, goodbyeConfirmed, useTrash } from '../../store/trash-store.ts';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';

/** Asks before deleted documents go for good. */
export function TrashDialog() {
  const deletion = useTrash((state) => state.deletion);
  const [first] = deletion?.documents ?? [];
  if (deletion === null || first === undefined) return null;
  const { all, documents } = deletion;
  const many = documents.length === 1 ? '1 document' : `${String(documents.length)} documents`;
  return (
    <ConfirmDialog
      open
      title={all ? 'Empty the trash?' : `Delete ${first.name} for good?`}
      safeLabel="Keep"
      confirmLabel={all ? `Delete ${many}` : 'Delete for good'}
      onCancel={goodbyeCancelled}
      onConfirm={() => void goodbyeConfirmed()}
    >
      {all && documents.length > 1 ? 'Their files' : 'Its file'} and what secrets it has are removed from this
      computer. This cannot be undone.
    </ConfirmDialog>
  );
}
