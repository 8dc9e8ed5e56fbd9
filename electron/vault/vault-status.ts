import type { VaultFailure, VaultStatus } from '#shared/secret/secret-state.ts';
import type { CipherAvailability } from './cipher.ts';
import type { PassphraseState } from './passphrase-lock.ts';
import type { VaultState } from './vault-state.ts';

/** Who keeps new secrets now, or why nobody does. */
export type Keeper =
  | { readonly keeper: 'system' | 'session'; readonly backend: string }
  | {
      readonly keeper: 'passphrase' | 'passphrase-locked';
      readonly backend: 'passphrase';
      /** Whether the system's key store could keep them as well. */
      readonly isMovable: boolean;
    }
  | { readonly keeper: 'undecided' | 'locked'; readonly backend: string };

/** What the person decided about keeping secrets. */
export interface KeeperChoice {
  /** Whether the session was chosen since the app was started. */
  readonly sessionNow: boolean;
  /** Whether it was chosen at an earlier start, when there was no key store. */
  readonly sessionBefore: boolean;
  readonly passphrase: PassphraseState;
}

/**
 * Who keeps secrets: a passphrase where there is one, until it is given up; else the system's key store wherever it can;
 * this session's memory only where somebody chose that. A key store that is locked is never passed over because of an
 * earlier choice of the session: it may hold what the person is looking for.
 */
export function keeperOf(
  system: CipherAvailability,
  { passphrase, sessionBefore, sessionNow }: KeeperChoice,
): Keeper {
  if (passphrase !== 'none')
    return {
      keeper: passphrase === 'unlocked' ? 'passphrase' : 'passphrase-locked',
      backend: 'passphrase',
      isMovable: system.usable,
    };
  const session = { keeper: 'session', backend: 'memory' } as const;
  if (sessionNow) return session;
  if (system.usable) return { keeper: 'system', backend: system.backend };
  if (system.reason === 'locked') return { keeper: 'locked', backend: system.backend };
  return sessionBefore ? session : { keeper: 'undecided', backend: system.backend };
}

/** Who keeps secrets of a vault now. */
export async function presentKeeper(state: VaultState): Promise<Keeper> {
  const { system, sessionWasChosen = false } = state.ports;
  return keeperOf(await system.available(), {
    sessionNow: state.isSessionChosen,
    sessionBefore: sessionWasChosen,
    passphrase: await passphraseState(state),
  });
}

/** Whether secrets are under a passphrase, and whether it was given. */
export async function passphraseState({ ports: { passphrase } }: VaultState): Promise<PassphraseState> {
  return (await passphrase?.lock.state()) ?? 'none';
}

/** How many of the secrets that the key store keeps it can open now. */
export interface OpenedCount {
  readonly opened: number;
  readonly total: number;
}

/** The status in words. A key store that opens none of what it is said to have kept is another one than before. */
export function vaultStatus(present: Keeper, { opened, total }: OpenedCount): VaultStatus {
  const { keeper, backend } = present;
  if (keeper === 'passphrase' || keeper === 'passphrase-locked') return passphraseStatus(present);
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

function passphraseStatus({ keeper, isMovable }: Extract<Keeper, { isMovable: boolean }>): VaultStatus {
  const message = keeperSentences[keeper];
  return isMovable
    ? { keeper, backend: 'passphrase', message: `${message} ${movableSentence}`, movable: true }
    : { keeper, backend: 'passphrase', message };
}

const movableSentence =
  'The system has a key store now; the secrets can be moved there, so that no passphrase is asked for.';

const keeperSentences = {
  passphrase:
    'Secrets are encrypted under your passphrase, and are unlocked until Flowbench ends or you lock them.',
  'passphrase-locked':
    'The secrets are locked under your passphrase. Unlock them to use them or to keep new ones; nothing is lost.',
  session: 'Secrets are kept for this session only, and are gone when Flowbench ends.',
  undecided:
    'This system has no key store that encrypts. Set one up and start Flowbench again, choose a passphrase, or keep secrets for this session only.',
  locked: 'The key store of the system is locked. Unlock it and try again; nothing is lost.',
} as const;

const changedSentence =
  'The key store of the system is not the one that kept these secrets. They are left as they are: bring the old one back, or enter them again.';

/** Why a secret cannot be kept while nobody keeps secrets. */
export function keeperFailure(keeper: 'undecided' | 'locked' | 'passphrase-locked'): VaultFailure {
  return { code: keeper, message: keeperSentences[keeper] };
}
