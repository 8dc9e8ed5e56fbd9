import { useLeavingAsked, type Leaving } from '../store/leaving-store.ts';
import type { OpenDocument } from '../store/documents-store.ts';
import { whyNotSaved } from '../store/usable-documents.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

const verbs: Readonly<Record<Leaving, { readonly title: string; readonly confirm: string }>> = {
  quit: { title: 'Quit', confirm: 'Discard and quit' },
  open: { title: 'Leave this workspace', confirm: 'Discard and leave' },
};

/** Asks before documents that could not be saved are left behind. */
export function LeavingDialog() {
  const asked = useLeavingAsked();
  if (asked === null) return null;
  const { way, notSaved, answer } = asked;
  return (
    <ConfirmDialog
      open
      title={`${verbs[way].title} without saving ${namesOf(notSaved)}?`}
      safeLabel="Wait"
      confirmLabel={verbs[way].confirm}
      onCancel={() => answer(false)}
      onConfirm={() => answer(true)}
    >
      {notSaved.map(whyNotSaved).join(' ')}
    </ConfirmDialog>
  );
}

function namesOf(notSaved: readonly OpenDocument[]): string {
  const [first] = notSaved;
  return notSaved.length === 1 && first !== undefined
    ? first.document.name
    : `${String(notSaved.length)} documents`;
}
