import type { VaultFailure, VaultStatus } from '#shared/secret/secret-state.ts';
import type { CipherAvailability } from './cipher.ts';

/** Who keeps new secrets now, or why nobody does. */
export type Keeper =
  | { readonly keeper: 'system' | 'session'; readonly backend: string }
  | { readonly keeper: 'undecided' | 'locked'; readonly backend: string };

/**
 * Who keeps secrets: the system's key store wherever it can; this session's memory only where somebody chose that. A key
 * store that is locked is never passed over because of an earlier choice: it may hold what the person is looking for.
 *
 * @param chosenNow whether the session was chosen since the app was started
 * @param chosenBefore whether it was chosen at an earlier start, when there was no key store
 */
export function keeperOf(system: CipherAvailability, chosenNow: boolean, chosenBefore: boolean): Keeper {
  const session = { keeper: 'session', backend: 'memory' } as const;
  if (chosenNow) return session;
  if (system.usable) return { keeper: 'system', backend: system.backend };
  if (system.reason === 'locked') return { keeper: 'locked', backend: system.backend };
  return chosenBefore ? session : { keeper: 'undecided', backend: system.backend };
}

/** How many of the secrets that the key store keeps it can open now. */
export interface OpenedCount {
  readonly opened: number;
  readonly total: number;
}

/** The status in words. A key store that opens none of what it is said to have kept is another one than before. */
export function vaultStatus({ keeper, backend }: Keeper, { opened, total }: OpenedCount): VaultStatus {
  if (keeper !== 'system') return { keeper, backend, message: keeperSentences[keeper] };
  if (total > 0 && opened === 0) return { keeper: 'changed', backend, message: changedSentence };
  const kept = `Secrets are kept by the key store of the system (${backend}).`;
  const closed = total - opened;
  const message =
    closed === 0
      ? kept
      : `${kept} It cannot open ${closed} of ${total}; they are left as they are. Enter them again.`;
  return { keeper, backend, message };
}

const keeperSentences = {
  session: 'Secrets are kept for this session only, and are gone when Flowbench ends.',
  undecided:
    'This system has no key store that encrypts. Set one up and start Flowbench again, or keep secrets for this session only.',
  locked: 'The key store of the system is locked. Unlock it and try again; nothing is lost.',
} as const;

const changedSentence =
  'The key store of the system is not the one that kept these secrets. They are left as they are: bring the old one back, or enter them again.';

/** Why a secret cannot be kept while nobody keeps secrets. */
export function keeperFailure(keeper: 'undecided' | 'locked'): VaultFailure {
  return { code: keeper, message: keeperSentences[keeper] };
}
