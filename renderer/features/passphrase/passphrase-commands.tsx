import { useCommands } from '../../store/command-registry.ts';
import { forgettingAsked, secretsLocked } from '../../store/passphrase-actions.ts';
import { passphraseAsked } from '../../store/passphrase-store.ts';
import { useVault } from '../../store/vault-store.ts';

/** Offers what can be done about the passphrase now: choosing one where no key store keeps secrets, else living with it. */
export function PassphraseCommands() {
  const keeper = useVault(({ status }) => status.keeper);
  const canChoose = keeper === 'undecided' || keeper === 'session' || keeper === 'locked';
  const [isOpen, isLocked] = [keeper === 'passphrase', keeper === 'passphrase-locked'];
  useCommands({
    'vault.choose-passphrase': canChoose ? () => void passphraseAsked({ type: 'choose' }) : null,
    'vault.unlock': isLocked ? () => void passphraseAsked({ type: 'unlock' }) : null,
    'vault.lock': isOpen ? () => void secretsLocked() : null,
    'vault.change-passphrase': isOpen || isLocked ? () => void passphraseAsked({ type: 'change' }) : null,
    'vault.forget-passphrase': isOpen || isLocked ? () => void forgettingAsked() : null,
  });
  return null;
}
