import type { ChannelOutput } from '#shared/ipc/contract.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsStore } from './documents-store.ts';
import { passphraseAsked, passphraseDialogClosed } from './passphrase-store.ts';
import { toasts } from './toasts.ts';
import { secretStatesWanted, useVault, vaultChanged, vaultStore } from './vault-store.ts';

type Answer = ChannelOutput<'vault.unlock'>;

/** Puts secrets under a passphrase; gives what was wrong with it, or `null`. */
export async function passphraseChosen(passphrase: string): Promise<string | null> {
  return settled(await bridge.call['vault.choose-passphrase']({ passphrase }));
}

export async function secretsUnlocked(passphrase: string): Promise<string | null> {
  return settled(await bridge.call['vault.unlock']({ passphrase }));
}

export async function passphraseChanged(passphrase: string, next: string): Promise<string | null> {
  const failure = settled(await bridge.call['vault.change-passphrase']({ passphrase, next }));
  if (failure === null)
    toasts.show({
      title: 'The passphrase was changed',
      body: 'All secrets are under the new one.',
      icon: 'key',
    });
  return failure;
}

export async function secretsLocked(): Promise<void> {
  declined = false;
  told('The secrets were not locked', await bridge.call['vault.lock'](null));
}

/** Asks before the passphrase is forgotten, and says how much goes with it. */
export async function forgettingAsked(): Promise<void> {
  passphraseDialogClosed({ type: 'forget', ...(await bridge.call['vault.count-protected'](null)) });
}

export async function passphraseForgotten(): Promise<void> {
  told('The passphrase was not forgotten', await bridge.call['vault.forget-passphrase'](null));
}

export async function secretsMovedToKeyStore(): Promise<void> {
  told('The secrets were not moved', await bridge.call['vault.use-key-store'](null));
}

/** Before a secret is kept: where they are locked, the person is asked to unlock them. */
export async function unlockedForKeeping(): Promise<void> {
  if (areLocked()) await passphraseAsked({ type: 'unlock' });
}

/** Whether the person went on without unlocking; then only what fails for it asks again. */
let declined = false;

/** Before documents are used for a call: where their secrets are locked, the person is asked to unlock them, once. */
export async function unlockedForUse(documentIds: readonly string[]): Promise<void> {
  if (declined || !areLocked() || !documentIds.some(hasSecrets)) return;
  await passphraseAsked({ type: 'unlock' });
  declined = areLocked();
}

/** What unlocks, where a call was not sent because secrets are under a passphrase that was not given; else `null`. */
export function useUnlocking(failureCode: string | null): (() => void) | null {
  const locked = useVault(({ status }) => status.keeper === 'passphrase-locked');
  return locked && failureCode === 'vault-locked' ? () => void passphraseAsked({ type: 'unlock' }) : null;
}

function areLocked(): boolean {
  return vaultStore.getState().status.keeper === 'passphrase-locked';
}

function hasSecrets(id: string): boolean {
  return vaultStore.getState().secrets[id]?.some(({ state }) => state === 'set') === true;
}

function settled(answer: Answer): string | null {
  if (!answer.ok) return answer.failure.message;
  vaultChanged(answer.value);
  // Those of endpoints are asked for when another keeps secrets; what is known of environments may be another thing now.
  for (const { document } of Object.values(documentsStore.getState().documents))
    if (document.format === 'flowbench.environment') void secretStatesWanted(document.id);
  return null;
}

function told(title: string, answer: Answer): void {
  const failure = settled(answer);
  if (failure !== null) toasts.show({ title, body: failure, icon: 'shield-alert', urgent: true });
}
