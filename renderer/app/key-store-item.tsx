import { useState } from 'react';
import type { VaultStatus } from '#shared/secret/secret-state.ts';
import { sessionChosen, useVault, vaultStatusAsked } from '../store/vault-store.ts';
import { toasts } from '../store/toasts.ts';
import { StatusItem } from '../ui/button/status-item.tsx';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

const keeperWords: Readonly<Record<VaultStatus['keeper'], string>> = {
  system: 'Key store: system',
  session: 'Secrets: this session only',
  undecided: 'No key store',
  locked: 'Key store locked',
  changed: 'Key store changed',
};

/**
 * Where secrets are kept, in the status bar. Where nobody keeps them a click looks again; only where there is no key store
 * at all it then offers the session, because one that is locked or another may hold what the person is looking for.
 */
export function KeyStoreItem() {
  const status = useVault((state) => state.status);
  const [offered, setOffered] = useState(false);
  const words = keeperWords[status.keeper];
  if (status.keeper === 'system' || status.keeper === 'session') {
    return (
      <StatusItem icon="shield" tooltip={status.message}>
        {words}
      </StatusItem>
    );
  }
  const lookedAgain = async () => {
    const now = await vaultStatusAsked();
    setOffered(now.keeper === 'undecided');
    if (now.keeper === 'locked' || now.keeper === 'changed')
      toasts.show({ title: keeperWords[now.keeper], body: now.message, icon: 'shield-alert' });
  };
  return (
    <>
      <StatusItem
        icon="shield-alert"
        tone="warning"
        tooltip={`${status.message} Click to look again.`}
        onClick={() => void lookedAgain()}
      >
        {words}
      </StatusItem>
      <ConfirmDialog
        open={offered}
        title="Keep secrets for this session only?"
        safeLabel="Not now"
        confirmLabel="Keep for this session"
        destructive={false}
        onCancel={() => setOffered(false)}
        onConfirm={() => void sessionChosen().finally(() => setOffered(false))}
      >
        This system has no key store that encrypts. Secrets are then kept in memory, and are gone when
        Flowbench ends.
      </ConfirmDialog>
    </>
  );
}
