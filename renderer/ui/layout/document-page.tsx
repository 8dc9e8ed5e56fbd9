import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useDraft } from '../field/drafts.ts';
import styles from './document-page.module.css';

export interface DocumentPageProps {
  readonly name: string;
  /** What the thing is, for the name's accessible name: "API endpoint". */
  readonly kind: string;
  /** On Enter and when left, with a name that is not empty. */
  readonly onRename: (name: string) => void;
  /** Under the name: a fact, or a field for a description. */
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page-wide form of one document: its name as a field that looks like a title, its actions, its parts below. */
export function DocumentPage({ name, kind, onRename, subtitle, actions, children }: DocumentPageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <header className={styles.head}>
          <div className={styles.words}>
            <NameField name={name} kind={kind} onRename={onRename} />
            {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}

function NameField({ name, kind, onRename }: Pick<DocumentPageProps, 'name' | 'kind' | 'onRename'>) {
  const [draft, setDraft] = useState<string | null>(null);
  const settled = () => {
    const typed = draft?.trim() ?? '';
    if (typed !== '' && typed !== name) onRename(typed);
    setDraft(null);
  };
  useDraft(settled);
  const keyPressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setDraft(null);
    if (event.key === 'Enter') event.currentTarget.blur();
  };
  return (
    <h1 className={styles.title}>
      <input
        aria-label={`Name of the ${kind}`}
        spellCheck={false}
        dir="auto"
        value={draft ?? name}
        className={styles.name}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={settled}
        onKeyDown={keyPressed}
      />
    </h1>
  );
}
