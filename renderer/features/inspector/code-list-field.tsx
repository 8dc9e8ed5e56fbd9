import { useState, type KeyboardEvent } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { TagChip } from '../../ui/status/tag-chip.tsx';
import styles from './inspector.module.css';

interface CodeListFieldProps {
  readonly label: string;
  readonly codes: readonly number[];
  readonly onChange: (codes: readonly number[]) => void;
}

/** A set of status codes, each a tag that can be taken away. */
export function CodeListField({ label, codes, onChange }: CodeListFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const added = () => {
    const code = Number(typed);
    const isCode = Number.isInteger(code) && code >= 100 && code <= 599;
    if (isCode && !codes.includes(code)) onChange([...codes, code].sort((a, b) => a - b));
    setTyped(null);
  };
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') added();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setTyped(null);
  };
  return (
    <div className={styles.codes} role="group" aria-label={label}>
      {codes.map((code) => (
        <TagChip key={code} onRemove={() => onChange(codes.filter((each) => each !== code))}>
          {String(code)}
        </TagChip>
      ))}
      {typed === null ? (
        <Button look="quiet" size="s" onClick={() => setTyped('')}>
          + Code
        </Button>
      ) : (
        <TextField
          autoFocus
          mono
          label="Status code"
          placeholder="404"
          className={styles.code}
          value={typed}
          onChange={setTyped}
          onBlur={added}
          onKeyDown={keyPressed}
        />
      )}
    </div>
  );
}
