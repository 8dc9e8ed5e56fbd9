import { passphraseDialogClosed, usePassphraseDialog } from '../../store/passphrase-store.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import { ForgetPassphrase, MoveToKeyStore } from './end-passphrase.tsx';
import { KeepingDialog } from './keeping-dialog.tsx';
import { UnlockSecrets } from './unlock-secrets.tsx';

/** The dialog about where secrets are kept that is asked for now, if any. */
export function PassphraseDialogs() {
  const asked = usePassphraseDialog();
  const close = () => passphraseDialogClosed();
  switch (asked?.type) {
    case undefined:
      return null;
    case 'keeping':
      return <KeepingDialog onClose={close} />;
    case 'choose':
      return <ChoosePassphrase onClose={close} />;
    case 'unlock':
      return <UnlockSecrets onClose={close} />;
    case 'change':
      return <ChangePassphrase onClose={close} />;
    case 'forget':
      return <ForgetPassphrase under={asked} onClose={close} />;
    case 'move':
      return <MoveToKeyStore onClose={close} />;
  }
}
