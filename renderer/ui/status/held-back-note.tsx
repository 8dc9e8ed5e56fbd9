import { originInWords } from '#shared/secret/origin-in-words.ts';
import { Button } from '../button/button.tsx';
import { Note } from './note.tsx';
import styles from './held-back-note.module.css';

/** Secrets of an environment that nobody has let go to an address yet. */
export interface HeldBackSecrets {
  readonly names: readonly string[];
  readonly environment: string;
  /** Where they would go. */
  readonly origin: string;
  readonly onLetGo: () => void;
}

/** Says which secrets would go to an address that nobody has confirmed, and lets the person do so. */
export function HeldBackNotes({ secrets }: { readonly secrets: readonly HeldBackSecrets[] }) {
  if (secrets.length === 0) return null;
  return (
    <div className={styles.notes}>
      {secrets.map(({ names, environment, origin, onLetGo }) => {
        const [is, it] = names.length === 1 ? ['is a secret', 'it'] : ['are secrets', 'them'];
        return (
          <Note
            key={`${environment} ${origin}`}
            tone="warning"
            title={`${names.join(', ')} of ${environment} ${is}`}
            actions={
              <Button size="s" onClick={onLetGo}>
                {`Let ${it} go there`}
              </Button>
            }
          >
            Not sent to <span className={styles.origin}>{originInWords(origin)}</span> yet: until you let {it}
            , calls end as an exception.
          </Note>
        );
      })}
    </div>
  );
}
