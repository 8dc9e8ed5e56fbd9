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

/** Says what another program did to the file, and lets the person decide which of the two it shall be. */
export function ConflictNote({ id, name, save }: ConflictNoteProps) {
  const isChanged = save.theirs !== null;
  return (
    <div className={styles.conflict}>
      <Note
        tone="warning"
        live
        title={titles[save.reason](name)}
        actions={
          <>
            {isChanged && <Button onClick={() => void theirsTaken(id)}>Load what is on disk</Button>}
            <Button look={isChanged ? 'quiet' : 'outlined'} onClick={() => oursKept(id)}>
              {isChanged ? 'Keep what is here' : 'Write it again'}
            </Button>
          </>
        }
      >
        {save.message} {consequences[save.reason]}
      </Note>
    </div>
  );
}

type Reason = ConflictNoteProps['save']['reason'];

const titles: Readonly<Record<Reason, (name: string) => string>> = {
  changed: (name) => `${name} was changed on disk`,
  removed: (name) => `The file of ${name} is gone`,
  damaged: (name) => `The file of ${name} is damaged`,
};

const consequences: Readonly<Record<Reason, string>> = {
  changed: 'Nothing is saved or run until you decide; loading can be undone.',
  removed: 'Nothing is saved or run until you decide.',
  damaged: 'Nothing is saved or run until you decide; writing it again keeps the damaged file beside it.',
};
