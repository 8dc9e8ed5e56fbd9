import { formatSize } from '#shared/run-events/format-size.ts';
import { deletionCancelled, deletionConfirmed, useHistory } from '../../store/history-store.ts';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { useMinute } from '../../ui/status/use-minute.ts';
import { KeepDialog } from './keep-dialog.tsx';
import { momentWords } from './run-words.ts';

/** What is asked about past runs, over the window. */
export function HistoryDialogs() {
  return (
    <>
      <DeletionDialog />
      <KeepDialog />
    </>
  );
}

function DeletionDialog() {
  const deletion = useHistory((state) => state.deletion);
  const pinned = useHistory((state) => state.runs.filter((run) => run.pinned).length);
  const nowMs = useMinute();
  if (deletion === null) return null;
  const { all, runs } = deletion;
  const [first] = runs;
  if (first === undefined) return null;
  const size = formatSize(runs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  const single = `the run of ${first.name}, ${momentWords(first.startedAt, nowMs)}`;
  const many = runs.length === 1 ? '1 run' : `${String(runs.length)} runs`;
  return (
    <ConfirmDialog
      open
      title={`Delete ${all ? many : single}?`}
      safeLabel="Keep"
      confirmLabel={all ? `Delete ${many}` : 'Delete run'}
      onCancel={deletionCancelled}
      onConfirm={() => void deletionConfirmed()}
    >
      {`What happened and the responses (${size}) are removed from the disk. This cannot be undone.`}
      {all &&
        pinned > 0 &&
        ` ${pinned === 1 ? 'The pinned run stays.' : `${String(pinned)} pinned runs stay.`}`}
    </ConfirmDialog>
  );
}
