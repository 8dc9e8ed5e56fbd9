import type { VaultStatus } from '#shared/secret/secret-state.ts';
import { forgettingAsked, secretsLocked } from '../store/passphrase-actions.ts';
import { passphraseAsked } from '../store/passphrase-store.ts';
import { useVault, vaultStatusAsked } from '../store/vault-store.ts';
import { toasts } from '../store/toasts.ts';
import { StatusItem } from '../ui/button/status-item.tsx';
import { Menu } from '../ui/overlay/menu.tsx';
import type { MenuEntry } from '../ui/overlay/menu-entry.ts';

const keeperWords: Readonly<Record<VaultStatus['keeper'], string>> = {
  system: 'Key store: system',
  session: 'Secrets: this session only',
  passphrase: 'Secrets unlocked',
  'passphrase-locked': 'Secrets locked',
  undecided: 'No key store',
  locked: 'Key store locked',
  changed: 'Key store changed',
};

/**
 * Where secrets are kept, in the status bar. Where nobody keeps them a click looks again and then asks who shall; secrets
 * under a passphrase are unlocked by a click, and unlocked ones have a menu.
 */
export function KeyStoreItem() {
  const status = useVault((state) => state.status);
  const words = keeperWords[status.keeper];
  switch (status.keeper) {
    case 'system':
      return (
        <StatusItem icon="shield" tooltip={status.message}>
          {words}
        </StatusItem>
      );
    case 'session':
      return (
        <StatusItem
          icon="shield"
          tooltip={`${status.message} Click to keep them under a passphrase.`}
          onClick={() => void passphraseAsked({ type: 'choose' })}
        >
          {words}
        </StatusItem>
      );
    case 'passphrase':
      return (
        <Menu
          side="top"
          trigger={
            <StatusItem icon="lock-open" tooltip={status.message} aria-haspopup="menu">
              {words}
            </StatusItem>
          }
          entries={unlockedEntries(status)}
        />
      );
    case 'passphrase-locked':
      return (
        <StatusItem
          icon="lock"
          tone="warning"
          tooltip={`${status.message} Click to unlock.`}
          onClick={() => void passphraseAsked({ type: 'unlock' })}
        >
          {words}
        </StatusItem>
      );
    case 'undecided':
    case 'locked':
    case 'changed':
      return (
        <StatusItem
          icon="shield-alert"
          tone="warning"
          tooltip={`${status.message} Click to look again.`}
          onClick={() => void lookedAgain()}
        >
          {words}
        </StatusItem>
      );
  }
}

function unlockedEntries({ movable }: VaultStatus): readonly MenuEntry[] {
  const move: MenuEntry = {
    kind: 'action',
    label: 'Move secrets to the key store…',
    icon: 'shield',
    onSelect: () => void passphraseAsked({ type: 'move' }),
  };
  return [
    { kind: 'action', label: 'Lock secrets', icon: 'lock', onSelect: () => void secretsLocked() },
    {
      kind: 'action',
      label: 'Change the passphrase…',
      icon: 'key',
      onSelect: () => void passphraseAsked({ type: 'change' }),
    },
    ...(movable === true ? [move] : []),
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Forget the passphrase…',
      danger: true,
      onSelect: () => void forgettingAsked(),
    },
  ];
}

/** A key store can have been set up or unlocked since. */
async function lookedAgain(): Promise<void> {
  const { keeper, message } = await vaultStatusAsked();
  if (keeper === 'undecided' || keeper === 'locked') void passphraseAsked({ type: 'keeping' });
  if (keeper === 'changed') toasts.show({ title: keeperWords[keeper], body: message, icon: 'shield-alert' });
}
