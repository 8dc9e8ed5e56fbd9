import { useState, type RefObject } from 'react';
import {
  passphraseStrength,
  shortestPassphrase,
  type PassphraseStrength,
} from '#shared/secret/passphrase.ts';
import { Field } from '../../ui/field/field.tsx';
import { PassphraseField, passphraseTaken } from '../../ui/field/passphrase-field.tsx';
import { Note } from '../../ui/status/note.tsx';
import styles from './passphrase.module.css';

const strengthWords: Readonly<Record<PassphraseStrength, string>> = {
  short: `At least ${String(shortestPassphrase)} characters. Four or five unrelated words are strong and easy to type.`,
  weak: 'Weak: a program that guesses would find it soon. Add words that do not belong together.',
  fair: 'Fair: it would take long to guess. One more word makes it strong.',
  strong: 'Strong: it would take too long to guess.',
};

/** The two inputs of a passphrase that is being made. */
export interface NewPassphraseInputs {
  readonly first: RefObject<HTMLInputElement | null>;
  readonly again: RefObject<HTMLInputElement | null>;
}

interface NewPassphraseProps extends NewPassphraseInputs {
  readonly label: string;
  readonly error: string | null;
}

/** A passphrase that is being made, typed twice, with a word on its strength, and what it means to forget it. */
export function NewPassphrase({ first, again, label, error }: NewPassphraseProps) {
  // The word alone is kept, not what it is about.
  const [strength, setStrength] = useState<PassphraseStrength>('short');
  return (
    <>
      <Field
        label={label}
        error={error}
        warning={strength === 'weak' ? strengthWords.weak : undefined}
        hint={<span role="status">{strengthWords[strength]}</span>}
      >
        <PassphraseField ref={first} is="new" onType={(typed) => setStrength(passphraseStrength(typed))} />
      </Field>
      <Field label="The same again">
        <PassphraseField ref={again} is="new" />
      </Field>
      <div className={styles.warning}>
        <Note tone="warning" title="A forgotten passphrase cannot be recovered">
          Nobody can open the secrets without it. They would have to be entered again.
        </Note>
      </div>
    </>
  );
}

/** What was typed twice, or why it cannot be used; the inputs are empty afterwards. */
export function newPassphraseTaken({
  first,
  again,
}: NewPassphraseInputs): { readonly words: string } | { readonly trouble: string } {
  const [words, repeated] = [passphraseTaken(first.current), passphraseTaken(again.current)];
  if (passphraseStrength(words) === 'short')
    return { trouble: `Too short: give it at least ${String(shortestPassphrase)} characters.` };
  return words === repeated ? { words } : { trouble: 'The two are not the same. Type both again.' };
}
