import { useRef } from 'react';
import { forgettingAsked, secretsUnlocked } from '../../store/passphrase-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { PassphraseField, passphraseTaken } from '../../ui/field/passphrase-field.tsx';
import { FormDialog } from '../../ui/overlay/form-dialog.tsx';
import styles from './passphrase.module.css';
import { usePassphraseForm } from './use-passphrase-form.ts';

/** Asks for the passphrase; closed without it, the person goes on without secrets. */
export function UnlockSecrets({ onClose }: { readonly onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const { busy, error, tried } = usePassphraseForm(onClose, () => input.current?.focus());
  const submitted = () => {
    const words = busy ? '' : passphraseTaken(input.current);
    if (words === '') input.current?.focus();
    else tried(() => secretsUnlocked(words));
  };
  return (
    <FormDialog
      title="Unlock secrets"
      description="Once until Flowbench ends. Without it you can go on, and calls that need a secret are not sent."
      action={busy ? 'Unlocking…' : 'Unlock'}
      cancel="Go on without"
      onSubmit={submitted}
      onClose={onClose}
      initialFocus={input}
    >
      <div className={styles.fields}>
        <Field
          label="Passphrase"
          error={error}
          aside={
            <Button look="link" size="s" onClick={() => void forgettingAsked()}>
              I have forgotten it…
            </Button>
          }
        >
          <PassphraseField ref={input} is="present" />
        </Field>
      </div>
    </FormDialog>
  );
}
