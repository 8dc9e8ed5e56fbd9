// A vault in a temporary folder with the cast of the shop, for tests that tell only what they change.
import path from 'node:path';
import { systemCipher } from '#electron/vault/system-cipher.ts';
import { createVault, type Vault } from '#electron/vault/vault.ts';
import type { EndpointId, SecretSlot, WorkspaceId } from '#shared/ids/ids.ts';
import { type TestKeyStore, testKeyStore } from './test-key-store.ts';

export const shopWorkspace = 'ws_acmeshopacme' as WorkspaceId;
export const shopEndpoint = 'ep_shopapishopa' as EndpointId;
export const tokenSlot = 'sl_shoptokensho' as SecretSlot;
export const clientSlot = 'sl_shopclientsh' as SecretSlot;
export const shopOrigin = 'https://shop.example';

/** The place of the shop's token, for its own origin. */
export const tokenPlace = {
  workspaceId: shopWorkspace,
  documentId: shopEndpoint,
  slot: tokenSlot,
  origin: shopOrigin,
};

export interface TestVault {
  readonly vault: Vault;
  readonly store: TestKeyStore;
  readonly file: string;
  /** The same file and the same key store after the app was started again. */
  readonly restarted: (sessionWasChosen?: boolean) => Vault;
  /** What time it is; can be moved. */
  readonly clock: { now: Date };
}

/** A vault in a folder, with a key store whose states the test decides. */
export function openTestVault(folder: string, store: TestKeyStore = testKeyStore()): TestVault {
  const clock = { now: new Date('2025-03-04T10:20:30.000Z') };
  const fileOf = (workspaceId: string) => path.join(folder, workspaceId, 'vault.json');
  const restarted = (sessionWasChosen = false) =>
    createVault({ system: systemCipher(store, 'linux'), fileOf, now: () => clock.now, sessionWasChosen });
  return { vault: restarted(), store, file: fileOf(shopWorkspace), restarted, clock };
}

/** What a vault gives for the shop's token: the value in clear, or the state. */
export async function tokenOf(vault: Vault, place: Partial<typeof tokenPlace> = {}): Promise<string> {
  const reading = await vault.read({ ...tokenPlace, ...place });
  return reading.state === 'set' ? `set: ${reading.value.reveal()}` : reading.state;
}
