import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import styles from './list.module.css';

export interface RenameInputProps {
  readonly name: string;
  readonly icon?: IconName | undefined;
  /** On Enter and when left, with a name that is not empty and not the old one. */
  readonly onRename: (name: string) => void;
  /** On Escape, and when nothing changed. */
  readonly onCancel: () => void;
  /** Before one of the two, where Enter or Escape was pressed. */
  readonly onSettledByKey: () => void;
}

/** A row's name as a field, all of it selected. */
export function RenameInput({ name, icon, onRename, onCancel, onSettledByKey }: RenameInputProps) {
  const [typed, setTyped] = useState(name);
  const settled = useRef(false);

  const settle = (keep: boolean) => {
    // Enter takes the row's field away, and a field that goes is left too.
    if (settled.current) return;
    settled.current = true;
    const wanted = typed.trim();
    if (keep && wanted !== '' && wanted !== name) onRename(wanted);
    else onCancel();
  };

  const keyPressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onSettledByKey();
    settle(event.key === 'Enter');
  };

  return (
    <span className={styles.main}>
      {icon !== undefined && <Icon name={icon} className={styles.icon} />}
      <input
        autoFocus
        aria-label={`New name of ${name}`}
        spellCheck={false}
        value={typed}
        className={styles.rename}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => settle(true)}
        onKeyDown={keyPressed}
      />
    </span>
  );
}
