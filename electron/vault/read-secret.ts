import type { SecretSlot } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { originsIn } from '#shared/secret/confirmed-origins.ts';
import type { SecretState, VaultFailure } from '#shared/secret/secret-state.ts';
import type { SecretText } from '#shared/secret/secret-text.ts';
import { isShortSecret } from '#shared/secret/short-secret.ts';
import { type FoundSecret, findSecret } from './find-secret.ts';
import { hasConfirmedOrigins, mayGoTo } from './may-go-to.ts';
import { openSecret, type OpenedSecret } from './seal-secret.ts';
import type { BoundPlace } from './secret-place.ts';
import { renewSecret } from './set-secret.ts';
import type { SecretRecord } from './vault-contents.ts';
import type { VaultState } from './vault-state.ts';
import { passphraseState } from './vault-status.ts';

/** A secret for a request that is about to be sent, or why there is none. For the main process only. */
export type VaultReading =
  | { readonly state: 'set'; readonly value: SecretText }
  | { readonly state: 'missing' }
  /** Entered for another address; whoever owns it must confirm it for this one. */
  | { readonly state: 'other-origin'; readonly enteredFor: string }
  /** There, and made with another key, or not as it was written. */
  | { readonly state: 'unreadable' }
  /** There, and the key store is locked. */
  | { readonly state: 'locked' }
  /** There, and this system has no key store now. */
  | { readonly state: 'unavailable' };

type Closed = Extract<VaultReading['state'], 'unreadable' | 'locked' | 'unavailable'>;

/** Reads a secret for an origin. Nothing is kept in clear: each call decrypts anew. */
export async function readSecret(state: VaultState, place: BoundPlace): Promise<VaultReading> {
  const found = await findSecret(state, place);
  if (!found.ok) return { state: 'unreadable' };
  if (found.value === null) return { state: 'missing' };
  const { record } = found.value;
  if (!mayGoTo(place, record)) return { state: 'other-origin', enteredFor: record.origin };
  const opened = await open(state, place, found.value);
  if (typeof opened === 'string') return { state: opened };
  if (opened.reencrypt) void renewSecret(state, { ...place, origin: record.origin }, record, opened.secret);
  return { state: 'set', value: opened.secret };
}

async function open(
  state: VaultState,
  place: BoundPlace,
  { cipher, record }: FoundSecret,
): Promise<OpenedSecret | Closed> {
  const available = await cipher.available();
  if (!available.usable) return closedAs(state, record, available.reason);
  return (await openSecret(cipher, place, record)) ?? 'unreadable';
}

/** Where the file of the passphrase is gone nothing can be unlocked any more. */
async function closedAs(
  state: VaultState,
  { keeper }: SecretRecord,
  reason: 'locked' | 'none',
): Promise<Closed> {
  const isLost = keeper === 'passphrase' && (await passphraseState(state)) === 'none';
  if (isLost) return 'unreadable';
  return reason === 'locked' ? 'locked' : 'unavailable';
}

/** The place of a secret of a document. */
type SlotPlace = BoundPlace & { readonly slot: SecretSlot };

/** What a page may know of the secrets of a document: one state for each place, in order. */
export async function secretStates(
  state: VaultState,
  places: readonly SlotPlace[],
): Promise<Outcome<readonly SecretState[], VaultFailure>> {
  const states: SecretState[] = [];
  for (const place of places) {
    const found = await findSecret(state, place);
    if (!found.ok) return failed(found.failure);
    states.push(await stateOf(state, place, found.value));
  }
  return succeeded(states);
}

async function stateOf(state: VaultState, place: SlotPlace, found: FoundSecret | null): Promise<SecretState> {
  const { slot, origin } = place;
  if (found === null) return { slot, state: 'missing', setAt: null, enteredFor: null, short: false };
  const { record } = found;
  const isListed = hasConfirmedOrigins(place);
  const known = {
    slot,
    setAt: record.setAt,
    enteredFor: null,
    short: false,
    ...(isListed ? { confirmedFor: [...originsIn(record.origin)] } : {}),
  };
  if (!isListed && record.origin !== origin)
    return { ...known, state: 'other-origin', enteredFor: record.origin };
  const opened = await open(state, place, found);
  // Behind a lock it is as it was; that the key store is locked is told once, by the vault's status.
  if (opened === 'locked') return { ...known, state: 'set' };
  if (typeof opened === 'string') return { ...known, state: 'unreadable' };
  return { ...known, state: 'set', short: isShortSecret(opened.secret.reveal()) };
}
