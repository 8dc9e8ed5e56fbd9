import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { TagChip } from '../status/tag-chip.tsx';
import { useDraft } from './drafts.ts';
import { Field } from './field.tsx';
import styles from './tag-list-field.module.css';
import { TextField } from './text-field.tsx';

export interface TagListFieldProps {
  /** What the tags are together: "Allowed hosts". */
  readonly label: string;
  readonly tags: readonly string[];
  readonly onRemove: (tag: string) => void;
  readonly onAdd: (tag: string) => void;
  /** Why a text cannot become a tag, in a sentence; `null` where it can. */
  readonly troubleWith: (text: string) => string | null;
  /** One of them, as the button names it: "Host". */
  readonly one: string;
  /** The name of the field that the button opens. */
  readonly fieldLabel: string;
  readonly placeholder: string;
  readonly size: 'code' | 'host';
  /** Before the tags: words, or tags of another kind. */
  readonly lead?: ReactNode;
}

/** A set of tags that each can be taken away, and a field for one more. What does not fit stays, with a sentence. */
export function TagListField({ label, tags, lead, onRemove, ...adding }: TagListFieldProps) {
  const { one, troubleWith, onAdd } = adding;
  const [typed, setTyped] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const shown = (text: string | null) => {
    setTyped(text);
    setTrouble(null);
  };
  const added = () => {
    const text = typed?.trim() ?? '';
    const wrong = text === '' ? null : troubleWith(text);
    if (wrong !== null) {
      setTrouble(wrong);
      return;
    }
    if (text !== '') onAdd(text);
    shown(null);
  };
  useDraft(() => {
    if (typed !== null) added();
  });
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') added();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    shown(null);
  };
  return (
    <Field as="group" label={label} labelHidden error={trouble}>
      <div className={styles.tags}>
        {lead}
        {tags.map((tag) => (
          <TagChip key={tag} onRemove={() => onRemove(tag)}>
            {tag}
          </TagChip>
        ))}
        {typed === null ? (
          <Button look="quiet" size="s" onClick={() => shown('')}>
            + {one}
          </Button>
        ) : (
          <TextField
            autoFocus
            mono
            label={adding.fieldLabel}
            invalid={trouble !== null}
            placeholder={adding.placeholder}
            className={styles[adding.size]}
            value={typed}
            onChange={shown}
            onBlur={added}
            onKeyDown={keyPressed}
          />
        )}
      </div>
    </Field>
  );
}
