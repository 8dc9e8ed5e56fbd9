import { useRef, useState } from 'react';
import { passphraseChanged } from '../../store/passphrase-actions.ts';
import { Field } from '../../ui/field/field.tsx';
import { PassphraseField, passphraseTaken } from '../../ui/field/passphrase-field.tsx';
import { FormDialog } from '../../ui/overlay/form-dialog.tsx';
import { NewPassphrase, newPassphraseTaken } from './new-passphrase.tsx';
import styles from './passphrase.module.css';
import { usePassphraseForm } from './use-passphrase-form.ts';

/** Puts everything under another passphrase. */
export function ChangePassphrase({ onClose }: { readonly onClose: () => void }) {
  const present = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { busy, error, tried } = usePassphraseForm(onClose, () => present.current?.focus());
  const submitted = () => {
    if (busy) return;
    const taken = newPassphraseTaken({ first, again });
    setTrouble('trouble' in taken ? taken.trouble : null);
    if ('trouble' in taken) first.current?.focus();
    else {
      const words = passphraseTaken(present.current);
      if (words === '') present.current?.focus();
      else tried(() => passphraseChanged(words, taken.words));
    }
  };
  return (
    <FormDialog
      title="Change the passphrase"
      description="Every secret is encrypted again. The old passphrase opens nothing afterwards."
      action={busy ? 'Encrypting…' : 'Change the passphrase'}
      onSubmit={submitted}
      onClose={onClose}
      initialFocus={present}
    >
      <div className={styles.fields}>
        <Field label="Present passphrase" error={error}>
          <PassphraseField ref={present} is="present" />
        </Field>
        <NewPassphrase first={first} again={again} label="New passphrase" error={trouble} />
      </div>
    </FormDialog>
  );
}
