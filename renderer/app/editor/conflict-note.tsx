import type { SaveState } from '../../store/documents-store.ts';
import { oursKept, theirsTaken } from '../../store/external-changes.ts';
import { Button } from '../../ui/button/button.tsx';
import { Note } from '../../ui/status/note.tsx';
import styles from './editor-area.module.css';

interface ConflictNoteProps {
  readonly id: string;
  readonly name: string;
  readonly save: Extract<SaveState, { type: 'conflict' }>;
}

/** Says that another program changed the file, and lets the person decide which of the two it shall be. */
export function ConflictNote({ id, name, save }: ConflictNoteProps) {
  const gone = save.theirs === null;
  return (
    <div className={styles.conflict}>
      <Note
        tone="warning"
        live
        title={gone ? `The file of ${name} is gone` : `${name} was changed on disk`}
        actions={
          <>
            {!gone && <Button onClick={() => theirsTaken(id)}>Load what is on disk</Button>}
            <Button look="quiet" onClick={() => oursKept(id)}>
              {gone ? 'Write it again' : 'Keep what is here'}
            </Button>
          </>
        }
      >
        {gone
          ? 'Another program removed it. Nothing is saved until you decide.'
          : 'Another program wrote it while it was open here. Nothing is saved until you decide; loading can be undone.'}
      </Note>
    </div>
  );
}
