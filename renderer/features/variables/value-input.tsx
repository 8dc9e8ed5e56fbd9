import { useState, type KeyboardEvent } from 'react';
import { editedText } from './row-edit.ts';
import type { VariableRow } from './variable-rows.ts';
import styles from './value-input.module.css';

interface ValueInputProps {
  readonly row: VariableRow;
  readonly onEdited: (row: VariableRow, text: string | null, byKey: boolean) => void;
}

/** A value that is being edited where it stands: Enter takes what was written, Escape leaves it as it was. */
export function ValueInput({ row, onEdited }: ValueInputProps) {
  const [before] = useState(() => editedText(row));
  const [text, setText] = useState(before);
  const taken = (byKey: boolean) => onEdited(row, text === before ? null : text, byKey);
  const keyPressed = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.key === 'Enter') taken(true);
    if (event.key === 'Escape') onEdited(row, null, true);
  };
  return (
    <input
      className={styles.input}
      aria-label={`Value of ${row.path.join('.')}`}
      title="JSON; anything else is text"
      spellCheck={false}
      autoFocus
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={keyPressed}
      onBlur={() => taken(false)}
    />
  );
}
