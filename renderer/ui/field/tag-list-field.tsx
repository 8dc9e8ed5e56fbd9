import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { TagChip } from '../status/tag-chip.tsx';
import { useDraft } from './drafts.ts';
import { Field } from './field.tsx';
import styles from './tag-list-field.module.css';
import { TextField } from './text-field.tsx';
import { useTypedPause } from './use-typed-pause.ts';

export interface TagListFieldProps {
  /** What the tags are together: "Allowed hosts". */
  readonly label: string;
  readonly tags: readonly string[];
  /** Gets all of them; `isTyped` where that is a tag as far as it is typed, which undo takes back as one. */
  readonly onChange: (tags: string[], isTyped: boolean) => void;
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

/**
 * A set of tags that each can be taken away, and a field for one more. What does not fit stays, with a sentence; what fits
 * is one of the tags after a pause in the typing already, and shows as one when the field is left.
 */
export function TagListField({ label, tags, lead, onChange, ...adding }: TagListFieldProps) {
  const { one, troubleWith } = adding;
  const [typed, setTyped] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  /** What was kept of the text that is being typed. */
  const [kept, setKept] = useState<string | null>(null);
  const others = tags.filter((tag) => tag !== kept);
  const keep = (text: string | null) => {
    if ((text !== null && tags.includes(text)) || (text === null && others.length === tags.length)) return;
    setKept(text);
    onChange(text === null ? others : [...others, text], true);
  };
  const shown = (text: string | null) => {
    setTyped(text);
    setTrouble(null);
  };
  const text = typed?.trim() ?? '';
  const wrong = text === '' || text === kept ? null : troubleWith(text);
  useTypedPause(typed, () => keep(text === '' || wrong !== null ? null : text));
  const closed = () => {
    shown(null);
    setKept(null);
  };
  const added = () => {
    if (wrong !== null) {
      setTrouble(wrong);
      return;
    }
    keep(text === '' ? null : text);
    closed();
  };
  useDraft(() => {
    if (typed !== null) added();
  });
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') added();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    keep(null);
    closed();
  };
  return (
    <Field as="group" label={label} labelHidden error={trouble}>
      <div className={styles.tags}>
        {lead}
        {others.map((tag) => (
          <TagChip
            key={tag}
            onRemove={() =>
              onChange(
                tags.filter((each) => each !== tag),
                false,
              )
            }
          >
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
