import { useState } from 'react';
import type { CookieKeeping } from '#shared/cookies/cookie-view.ts';
import { cookieRemoved, cookiesCleared, type JarOwner, useCookieJar } from '../../store/cookies-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { Note, type NoteTone } from '../../ui/status/note.tsx';
import { CookieTable } from './cookie-table.tsx';
import styles from './cookies.module.css';

interface CookieJarViewProps {
  readonly owner: JarOwner;
  /** Of the jar, in a sentence: "the environment local". */
  readonly ownerName: string;
}

/** A jar as it is now, also while a run changes it: its cookies, how safely they are kept, and the way to be rid of them. */
export function CookieJarView({ owner, ownerName }: CookieJarViewProps) {
  const jar = useCookieJar(owner);
  const [asking, setAsking] = useState(false);
  if (jar === undefined) return null;
  const { cookies, keeping } = jar;
  const canClear = cookies.length > 0 || keeping.state === 'unread';
  return (
    <div className={styles.part}>
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
          <Button icon="trash" onClick={() => setAsking(true)}>
            Clear cookies
          </Button>
          <span className={styles.count}>{countText(cookies.length)}</span>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={`Clear the cookies of ${ownerName}?`}
        safeLabel="Keep"
        confirmLabel="Clear cookies"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void cookiesCleared(owner);
        }}
      >
        Servers will not know the next calls any more. This cannot be undone, since nobody knows the values.
      </ConfirmDialog>
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
