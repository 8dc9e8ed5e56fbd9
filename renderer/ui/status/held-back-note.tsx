import { Button } from '../button/button.tsx';
import { Note } from './note.tsx';
import styles from './held-back-note.module.css';

/** A secret of an environment that nobody has let go to an address yet. */
export interface HeldBackSecret {
  readonly key: string;
  readonly name: string;
  readonly environment: string;
  /** Where it would go. */
  readonly origin: string;
  readonly onLetGo: () => void;
}

/** Says which secrets would go to an address that nobody has confirmed, and lets the person do so. */
export function HeldBackNotes({ secrets }: { readonly secrets: readonly HeldBackSecret[] }) {
  if (secrets.length === 0) return null;
  return (
    <div className={styles.notes}>
      {secrets.map(({ key, name, environment, origin, onLetGo }) => (
        <Note
          key={key}
          tone="warning"
          title={`${name} of ${environment} is a secret`}
          actions={
            <Button size="s" onClick={onLetGo}>
              Let it go there
            </Button>
          }
        >
          It would go to <span className={styles.origin}>{originInWords(origin)}</span> for the first time.
          Until you let it, calls end as an exception.
        </Note>
      ))}
    </div>
  );
}

/** Where the host comes from an expression, the hosts that it may be are named. */
export function originInWords(origin: string): string {
  const [, address, list] = /^(.*) (\[.*\])$/.exec(origin) ?? [];
  if (address === undefined || list === undefined) return origin;
  const hosts = (JSON.parse(list) as readonly string[]).join(', ');
  return `${address} (${hosts === '' ? 'no host is allowed yet' : hosts})`;
}
