import type { VaultStatus } from '#shared/secret/secret-state.ts';
import { forgettingAsked, secretsLocked } from '../../store/passphrase-actions.ts';
import { passphraseAsked } from '../../store/passphrase-store.ts';
import { useVault } from '../../store/vault-store.ts';
import { Button } from '../../ui/button/button.tsx';
import styles from './settings.module.css';

/** Who keeps secrets, in a sentence, and what can be done about it. */
export function SecretKeeping() {
  const status = useVault((state) => state.status);
  return (
    <div className={styles.lines}>
      <p role="status">{status.message}</p>
      <div className={styles.actions}>{actionsOf(status)}</div>
    </div>
  );
}

function actionsOf({ keeper, movable }: VaultStatus) {
  switch (keeper) {
    case 'undecided':
    case 'locked':
    case 'session':
      return <Button onClick={() => void passphraseAsked({ type: 'choose' })}>Choose a passphrase…</Button>;
    case 'passphrase':
    case 'passphrase-locked':
      return <PassphraseActions isLocked={keeper === 'passphrase-locked'} isMovable={movable === true} />;
    case 'system':
    case 'changed':
      return null;
  }
}

interface PassphraseActionsProps {
  readonly isLocked: boolean;
  readonly isMovable: boolean;
}

function PassphraseActions({ isLocked, isMovable }: PassphraseActionsProps) {
  return (
    <>
      {isLocked ? (
        <Button icon="lock-open" onClick={() => void passphraseAsked({ type: 'unlock' })}>
          Unlock…
        </Button>
      ) : (
        <Button icon="lock" onClick={() => void secretsLocked()}>
          Lock now
        </Button>
      )}
      {isMovable && !isLocked && (
        <Button onClick={() => void passphraseAsked({ type: 'move' })}>Move to the key store…</Button>
      )}
      <Button onClick={() => void passphraseAsked({ type: 'change' })}>Change the passphrase…</Button>
      <Button look="danger" onClick={() => void forgettingAsked()}>
        Forget the passphrase…
      </Button>
    </>
  );
}
