import { passphraseForgotten, secretsMovedToKeyStore } from '../../store/passphrase-actions.ts';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';

interface ForgetPassphraseProps {
  readonly under: { readonly secrets: number; readonly workspaces: number };
  readonly onClose: () => void;
}

/** Asks before the passphrase goes, and all that is under it. */
export function ForgetPassphrase({ under: { secrets, workspaces }, onClose }: ForgetPassphraseProps) {
  const many = secrets === 1 ? '1 secret' : `${String(secrets)} secrets`;
  const where = workspaces === 1 ? '1 workspace' : `${String(workspaces)} workspaces`;
  return (
    <ConfirmDialog
      open
      title={secrets === 0 ? 'Forget the passphrase?' : `Forget the passphrase and ${many}?`}
      safeLabel="Keep"
      confirmLabel="Forget"
      onCancel={onClose}
      onConfirm={() => void passphraseForgotten().finally(onClose)}
    >
      {secrets === 0 ? 'No secret is under it.' : `They are of ${where} and cannot be brought back.`} Saved
      cookies and sign-ins go with it. Flows, API endpoints, environments and secrets that are kept elsewhere
      stay.
    </ConfirmDialog>
  );
}

/** Asks before secrets go over to the key store that the system has by now. */
export function MoveToKeyStore({ onClose }: { readonly onClose: () => void }) {
  return (
    <ConfirmDialog
      open
      title="Move the secrets to the key store?"
      safeLabel="Keep the passphrase"
      confirmLabel="Move"
      destructive={false}
      onCancel={onClose}
      onConfirm={() => void secretsMovedToKeyStore().finally(onClose)}
    >
      The key store of the system keeps them from then on, and no passphrase is asked for any more.
    </ConfirmDialog>
  );
}
