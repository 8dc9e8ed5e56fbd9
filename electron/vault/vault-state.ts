import type { WorkspaceId } from '#shared/ids/ids.ts';
import type { OneAtATime } from '../workspace/files/one-at-a-time.ts';
import type { Cipher } from './cipher.ts';
import type { SecretShelf } from './secret-shelf.ts';

/** What the vault needs from those around it. */
export interface VaultPorts {
  /** The operating system's key store (`systemCipher`). */
  readonly system: Cipher;
  /** The vault's file of a workspace that is or was open (`vaultFile`). */
  readonly fileOf: (workspaceId: WorkspaceId) => string;
  readonly now: () => Date;
  /** Whether the session was chosen at an earlier start; counts only where there is no key store that encrypts. */
  readonly sessionWasChosen?: boolean;
}

/** What the operations of one vault share. Those that change something run one at a time. */
export interface VaultState {
  readonly ports: VaultPorts;
  readonly session: Cipher;
  /** Secrets of this session; they come before what is in the file. */
  readonly memory: SecretShelf;
  readonly file: SecretShelf;
  readonly queue: OneAtATime;
  isSessionChosen: boolean;
}
