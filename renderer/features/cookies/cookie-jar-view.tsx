import { useRef } from 'react';
import type { CookieKeeping } from '#shared/cookies/cookie-view.ts';
import {
  cookieRemoved,
  cookiesCleared,
  type CookieRemoval,
  type JarOwner,
  useCookieJar,
  useCookieRemoval,
} from '../../store/cookies-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Note, type NoteTone } from '../../ui/status/note.tsx';
import { CookieTable } from './cookie-table.tsx';
import styles from './cookies.module.css';

/** A jar as it is now, also while a run changes it: its cookies, how safely they are kept, and the way to be rid of them. */
export function CookieJarView({ owner }: { readonly owner: JarOwner }) {
  const jar = useCookieJar(owner);
  const removal = useCookieRemoval(owner);
  const part = useRef<HTMLDivElement>(null);
  if (jar === undefined) return null;
  const { cookies, keeping } = jar;
  const canClear = cookies.length > 0 || keeping.state === 'unread';
  const cleared = () => {
    // The button goes with the cookies: the next key is for what is left here.
    part.current?.focus();
    void cookiesCleared(owner);
  };
  return (
    <div ref={part} className={styles.part} tabIndex={-1}>
      <Keeping keeping={keeping} />
      {cookies.length === 0 ? (
        <p className={styles.empty}>
          No cookies. Calls of endpoints that keep cookies put here what servers set.
        </p>
      ) : (
        <CookieTable cookies={cookies} onRemove={(cookie) => void cookieRemoved(owner, cookie)} />
      )}
      {canClear && (
        <div className={styles.foot}>
          <Button icon="trash" onClick={cleared}>
            Clear cookies
          </Button>
          <span className={styles.count}>{countText(cookies.length)}</span>
        </div>
      )}
      <Removed removal={removal} />
    </div>
  );
}

/** Stands where the jar is and not in a toast, which the dialog would cover. */
function Removed({ removal }: { readonly removal: CookieRemoval | null }) {
  return (
    <div role="status" className={styles.removal}>
      {removal !== null && (
        <>
          <span>{`${removal.what} removed`}</span>
          <Button look="link" onClick={removal.undo}>
            Undo
          </Button>
        </>
      )}
    </div>
  );
}

const keepingWords: Readonly<
  Record<Exclude<CookieKeeping['state'], 'kept'>, { readonly tone: NoteTone; readonly title: string }>
> = {
  session: { tone: 'info', title: 'Kept for this session only' },
  unread: { tone: 'warning', title: 'What was kept cannot be read' },
  'not-kept': { tone: 'warning', title: 'Not kept for the next start' },
};

function Keeping({ keeping: { message, state } }: { readonly keeping: CookieKeeping }) {
  if (state === 'kept') return null;
  return <Note {...keepingWords[state]}>{message}</Note>;
}

function countText(count: number): string {
  return count === 1 ? '1 cookie' : `${String(count)} cookies`;
}
