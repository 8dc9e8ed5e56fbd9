import type { WorkspaceId } from '#shared/ids/ids.ts';
import type { OneAtATime } from '../workspace/files/one-at-a-time.ts';
import type { Cipher } from './cipher.ts';
import type { PassphraseLock } from './passphrase-lock.ts';
import type { SecretShelf, SessionShelf } from './secret-shelf.ts';

/** What the vault needs from those around it. */
export interface VaultPorts {
  /** The operating system's key store (`systemCipher`). */
  readonly system: Cipher;
  /** The vault's file of a workspace that is or was open (`vaultFile`). */
  readonly fileOf: (workspaceId: WorkspaceId) => string;
  readonly now: () => Date;
  /** Whether the session was chosen at an earlier start; counts only where there is no key store that encrypts. */
  readonly sessionWasChosen?: boolean;
  /** Where secrets can be kept under a passphrase: its lock, and what finds every vault's file on this computer. */
  readonly passphrase?: {
    readonly lock: PassphraseLock;
    readonly files: () => Promise<readonly string[]>;
  };
}

/** What the operations of one vault share. Those that change something run one at a time. */
export interface VaultState {
  readonly ports: VaultPorts;
  readonly session: Cipher;
  /** Secrets of this session; they come before what is in the file. */
  readonly memory: SessionShelf;
  readonly file: SecretShelf;
  readonly queue: OneAtATime;
  isSessionChosen: boolean;
}
