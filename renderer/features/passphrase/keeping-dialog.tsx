import { useRef } from 'react';
import { passphraseDialogClosed } from '../../store/passphrase-store.ts';
import { sessionChosen, useVault } from '../../store/vault-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import styles from './passphrase.module.css';

interface KeepingDialogProps {
  readonly onClose: () => void;
}

/**
 * Who keeps secrets, where the system has no key store or a locked one. The session is offered only where there is none:
 * a locked one may hold what the person is looking for.
 */
export function KeepingDialog({ onClose }: KeepingDialogProps) {
  const isLocked = useVault(({ status }) => status.keeper === 'locked');
  const first = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title="Where shall secrets be kept?"
      description={
        isLocked
          ? 'The key store of the system is locked. Unlock it to have what it keeps; new secrets can be kept in another way.'
          : 'This system has no key store that encrypts. Tokens, passwords and cookies can be kept in another way.'
      }
      initialFocus={first}
      footer={<Button onClick={onClose}>Not now</Button>}
    >
      <div className={styles.ways}>
        <div className={styles.way}>
          <div>
            <h3 className={styles.wayTitle}>Under a passphrase</h3>
            <p className={styles.wayText}>
              Encrypted on this computer. You are asked for the passphrase once after each start.
            </p>
          </div>
          <Button ref={first} look="primary" onClick={() => passphraseDialogClosed({ type: 'choose' })}>
            Choose a passphrase…
          </Button>
        </div>
        {!isLocked && (
          <div className={styles.way}>
            <div>
              <h3 className={styles.wayTitle}>For this session only</h3>
              <p className={styles.wayText}>In memory, and gone when Flowbench ends.</p>
            </div>
            <Button onClick={() => void sessionChosen().finally(onClose)}>Keep for this session</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
