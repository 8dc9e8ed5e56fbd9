import type { KeyboardEvent } from 'react';
import styles from './key-value-table.module.css';

interface RowDescriptionProps {
  /** The row, as its labels call it. */
  readonly called: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onClose: () => void;
}

/** The line under a row in which its description is written; Enter and Escape close it. */
export function RowDescription({ called, value, onChange, onClose }: RowDescriptionProps) {
  const keyPressed = (event: KeyboardEvent) => {
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div role="row" className={styles.description}>
      <span role="cell">
        <input
          ref={shown}
          aria-label={`Description of ${called}`}
          placeholder="What it is for; it is not sent"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={keyPressed}
        />
      </span>
    </div>
  );
}

// One function for all renderings, so that it is called once.
const shown = (input: HTMLInputElement | null): void => input?.focus();
