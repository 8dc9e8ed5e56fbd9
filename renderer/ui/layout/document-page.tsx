import { useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './document-page.module.css';

export interface DocumentPageProps {
  readonly name: string;
  /** What the thing is, for the name's accessible name: "API endpoint". */
  readonly kind: string;
  /** With every letter, with a name that is not empty; undo has to join the letters. */
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

/** A document may have no empty name: while nothing is typed it has the one from before, which Escape brings back too. */
function NameField({ name, kind, onRename }: Pick<DocumentPageProps, 'name' | 'kind' | 'onRename'>) {
  const [typing, setTyping] = useState<{ readonly text: string; readonly before: string } | null>(null);
  const renamed = (next: string) => {
    if (next !== name) onRename(next);
  };
  const typed = (text: string) => {
    const before = typing?.before ?? name;
    setTyping({ text, before });
    renamed(text.trim() === '' ? before : text.trim());
  };
  const keyPressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape' || typing === null) return;
    renamed(typing.before);
    setTyping(null);
  };
  return (
    <h1 className={styles.title}>
      <input
        aria-label={`Name of the ${kind}`}
        spellCheck={false}
        dir="auto"
        value={typing !== null && stillTyped(typing, name) ? typing.text : name}
        className={styles.name}
        title={name}
        onChange={(event) => typed(event.currentTarget.value)}
        onBlur={() => setTyping(null)}
        onKeyDown={keyPressed}
      />
    </h1>
  );
}

/** Whether a name comes from what is typed: undo changes the name below it. */
function stillTyped({ before, text }: { readonly text: string; readonly before: string }, name: string) {
  return name === (text.trim() === '' ? before : text.trim());
}
