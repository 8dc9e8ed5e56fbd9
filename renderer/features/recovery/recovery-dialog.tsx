import {
  recoveryShown,
  restorationUndone,
  runsInterrupted,
  useRecovery,
  type RestoredDocument,
  type Restoration,
} from '../../store/recovery-store.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { sideBarShown } from '../../store/side-bar.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import styles from './recovery.module.css';

const words: Readonly<Record<Restoration, string>> = {
  edits: 'Edits that were not in its file yet were put back.',
  new: 'It had no file yet, and was put back.',
  conflict: 'Your edits are back. Another program changed the file; decide in its tab.',
  kept: 'As you left it, with what can be undone.',
};

/** What was brought back after a sudden end, document by document. */
export function RecoveryDialog() {
  const { killedSince, restored, shown } = useRecovery((state) => state);
  const runs = shown ? runsInterrupted(killedSince).length : 0;
  return (
    <Dialog
      open={shown}
      onClose={() => recoveryShown(false)}
      width="wide"
      title="What was restored"
      description="Flowbench had no time to close. What you typed is saved within a second, so at most that is missing."
    >
      <ul className={styles.list} aria-label="Restored documents">
        {restored.map((each) => (
          <Row key={each.id} restored={each} />
        ))}
        {runs > 0 && (
          <li className={styles.row}>
            <div className={styles.words}>
              <strong className={styles.name}>{runs === 1 ? '1 run' : `${String(runs)} runs`}</strong>
              <p className={styles.what}>Interrupted. What was written until then can be read.</p>
            </div>
            <Button onClick={() => left(() => sideBarShown('runs'))}>Show runs</Button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}

function Row({ restored }: { readonly restored: RestoredDocument }) {
  const { edits, id, name, what } = restored;
  const isAsPutBack = useDocuments((state) => state.documents[id]?.document === edits?.after);
  const isThere = useDocuments((state) => state.documents[id] !== undefined);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <strong className={styles.name}>{name}</strong>
        <p className={styles.what}>{words[what]}</p>
      </div>
      {isThere && edits !== null && isAsPutBack && (
        <Button onClick={() => restorationUndone(restored)}>Undo</Button>
      )}
      {isThere && <Button onClick={() => left(() => documentOpened(id))}>Show</Button>}
    </li>
  );
}

function left(go: () => void): void {
  recoveryShown(false);
  go();
}
