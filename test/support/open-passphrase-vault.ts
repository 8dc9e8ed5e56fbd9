// A vault under a passphrase in a temporary folder, with two workspaces of one person, on a system without a key store.
import path from 'node:path';
import { newKeyDerivation } from '#electron/vault/derived-key.ts';
import { PassphraseLock } from '#electron/vault/passphrase-lock.ts';
import { systemCipher } from '#electron/vault/system-cipher.ts';
import { createVault, type Vault } from '#electron/vault/vault.ts';
import { allVaultFiles, passphraseFile, vaultFile } from '#electron/workspace/workspace-data.ts';
import type { WorkspaceId } from '#shared/ids/ids.ts';
import { type TestKeyStore, testKeyStore } from './test-key-store.ts';
import { tokenPlace } from './open-vault.ts';

export const passphrase = 'maple orbit seven lanterns';
export const otherPassphrase = 'grebe under quiet granite';

/** The token of another workspace of the same person. */
export const otherPlace = { ...tokenPlace, workspaceId: 'ws_otherwsother' as WorkspaceId };

export interface PassphraseVault {
  readonly vault: Vault;
  readonly store: TestKeyStore;
  /** The file of a workspace's vault, and that of the keys. */
  readonly fileOf: (workspaceId: WorkspaceId) => string;
  readonly keys: string;
  /** How long the answers to wrong passphrases were put off, in milliseconds; nobody waits for them here. */
  readonly waits: readonly number[];
  /** The same files after the application was started again. */
  readonly restarted: () => Vault;
}

/**
 * Opens the vault of a user data folder.
 *
 * @param cloneNow which of several folders with the same workspaces is open
 */
export function openPassphraseVault(
  userData: string,
  store: TestKeyStore = testKeyStore('basic_text'),
  cloneNow = () => '',
): PassphraseVault {
  const waits: number[] = [];
  const fileOf = (workspaceId: WorkspaceId) =>
    vaultFile(path.join(userData, 'workspaces', `${workspaceId}${cloneNow()}`));
  const keys = passphraseFile(userData);
  const wait = (delayMs: number) => {
    waits.push(delayMs);
    return Promise.resolve();
  };
  // A try of the real cost takes a quarter of a second; what is told here is the same with a cheap one.
  const newDerivation = () => ({ ...newKeyDerivation(), n: 2 ** 10 });
  const restarted = () =>
    createVault({
      system: systemCipher(store, 'linux'),
      fileOf,
      now: () => new Date('2025-03-04T10:20:30.000Z'),
      passphrase: {
        lock: new PassphraseLock({ file: keys, wait, newDerivation }),
        files: () => allVaultFiles(userData),
      },
    });
  return { vault: restarted(), store, fileOf, keys, waits, restarted };
}
