import type { EnvironmentId, WorkspaceId } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { cookiePlace } from '../vault/secret-place.ts';
import type { Vault } from '../vault/vault.ts';
import { cookiesOfStoredJar, type StoredCookie, storedJar } from './stored-cookie.ts';
import type { UnreadReason } from './unread-sentences.ts';

/** Where a jar is kept while the application does not run. */
export interface VaultedJar {
  read(): Promise<Outcome<readonly StoredCookie[], UnreadReason>>;
  /** Replaces what is kept; a jar without cookies leaves nothing behind. */
  write(cookies: readonly StoredCookie[]): Promise<Outcome<null, VaultFailure>>;
  /** Forgets what is kept, also where it cannot be opened. */
  forget(): Promise<Outcome<null, VaultFailure>>;
  /** Whether the vault keeps things in memory only, because that was chosen. */
  isForSession(): Promise<boolean>;
}

/**
 * The entry of a jar in the vault of its workspace: one for each environment, and one for no environment. All of it is
 * encrypted, names and domains too; without a key store that encrypts nothing is written.
 */
export function vaultedJar(
  vault: Pick<Vault, 'read' | 'set' | 'forget' | 'status'>,
  workspaceId: WorkspaceId,
  environmentId: EnvironmentId | null,
): VaultedJar {
  const place = cookiePlace(workspaceId, environmentId);
  /** What is there already, so that nothing is written that changes nothing; `null` where that is not known. */
  let there: string | null = null;
  const replaced = async (text: string): Promise<Outcome<null, VaultFailure>> => {
    if (text === there) return succeeded(null);
    const outcome = await answered(() => (text === '' ? vault.forget(place) : vault.set(place, text)));
    there = outcome.ok ? text : null;
    return outcome;
  };
  return {
    read: async () => {
      there = null;
      const reading = await vault.read(place).catch(() => ({ state: 'unavailable' as const }));
      if (reading.state === 'missing') {
        there = '';
        return succeeded([]);
      }
      if (reading.state !== 'set')
        return failed(reading.state === 'other-origin' ? 'unreadable' : reading.state);
      const text = reading.value.reveal();
      const cookies = cookiesOfStoredJar(text);
      if (cookies === null) return failed('unreadable');
      there = text;
      return succeeded(cookies);
    },
    write: (cookies) => replaced(cookies.length === 0 ? '' : storedJar(cookies)),
    forget: async () => {
      there = null;
      const forgotten = await replaced('');
      // A file that is damaged gives way to a new one only where something is set.
      return forgotten.ok ? forgotten : replaced(storedJar([]));
    },
    isForSession: async () => (await vault.status()).keeper === 'session',
  };
}

/** A key store that throws has not taken anything; what it throws may quote what it was given. */
async function answered(
  change: () => Promise<Outcome<null, VaultFailure>>,
): Promise<Outcome<null, VaultFailure>> {
  try {
    return await change();
  } catch {
    return failed({ code: 'not-written', message: 'The key store did not answer. Try again.' });
  }
}
