import { useRef } from 'react';
import { passphraseChosen } from '../../store/passphrase-actions.ts';
import { useVault } from '../../store/vault-store.ts';
import { FormDialog } from '../../ui/overlay/form-dialog.tsx';
import { NewPassphrase, newPassphraseTaken } from './new-passphrase.tsx';
import styles from './passphrase.module.css';
import { usePassphraseForm } from './use-passphrase-form.ts';

/** Puts secrets under a passphrase. */
export function ChoosePassphrase({ onClose }: { readonly onClose: () => void }) {
  const first = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const hasSession = useVault(({ status }) => status.keeper === 'session');
  const { busy, error, failed, tried } = usePassphraseForm(onClose, () => first.current?.focus());
  const submitted = () => {
    if (busy) return;
    const taken = newPassphraseTaken({ first, again });
    if ('trouble' in taken) failed(taken.trouble);
    else tried(() => passphraseChosen(taken.words));
  };
  return (
    <FormDialog
      title="Choose a passphrase for secrets"
      description={`One for all workspaces on this computer, asked for once after each start.${hasSession ? ' The secrets of this session go under it too.' : ''}`}
      action={busy ? 'Encrypting…' : 'Use this passphrase'}
      onSubmit={submitted}
      onClose={onClose}
      initialFocus={first}
    >
      <div className={styles.fields}>
        <NewPassphrase first={first} again={again} label="Passphrase" error={error} />
      </div>
    </FormDialog>
  );
}
