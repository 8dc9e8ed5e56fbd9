import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { SecretText } from '#shared/secret/secret-text.ts';
import type { Cipher } from './cipher.ts';
import { cipherOf, findSecret, type FoundSecret } from './find-secret.ts';
import { openSecret, sealSecret } from './seal-secret.ts';
import { type BoundPlace, cookieSlot, type SecretPlace } from './secret-place.ts';
import type { SecretShelf } from './secret-shelf.ts';
import { recordAt, type SecretRecord, withoutExpired, withoutRecord, withRecord } from './vault-contents.ts';
import type { VaultState } from './vault-state.ts';
import { keeperFailure, presentKeeper } from './vault-status.ts';

/** As much as a header can hold, and more than any token; the channel for secrets has the same limit. A jar has its own. */
const longestSecret = 100_000;

/** Keeps a secret for a place and an origin, instead of whatever was kept there. */
export async function setSecret(
  state: VaultState,
  place: BoundPlace,
  value: string,
): Promise<Outcome<null, VaultFailure>> {
  if (place.slot !== cookieSlot && value.length > longestSecret)
    return failed({
      code: 'too-long',
      message: `A secret may have ${longestSecret.toLocaleString('en')} characters.`,
    });
  const target = await targetOf(state);
  if (!target.ok) return target;
  const { cipher, backend, shelf } = target.value;
  const record = await sealed(cipher, backend, place, new SecretText(value), state.ports.now().toISOString());
  if (!record.ok) return record;
  const contents = await shelf.readOrBegin(place.workspaceId);
  if (!contents.ok) return contents;
  const next = withoutExpired(withRecord(contents.value, record.value), state.ports.now());
  const written = await shelf.write(place.workspaceId, next);
  // What was entered for the session only would otherwise hide what is kept for good now.
  return written.ok && shelf === state.file ? forgetIn(state.memory, place) : written;
}

interface Target {
  readonly cipher: Cipher;
  readonly backend: string;
  readonly shelf: SecretShelf;
}

async function targetOf(state: VaultState): Promise<Outcome<Target, VaultFailure>> {
  const { keeper, backend } = await presentKeeper(state);
  switch (keeper) {
    case 'system':
    case 'passphrase':
      return succeeded({ cipher: cipherOf(state, { keeper }), backend, shelf: state.file });
    case 'session':
      return succeeded({ cipher: state.session, backend, shelf: state.memory });
    case 'undecided':
    case 'locked':
    case 'passphrase-locked':
      return failed(keeperFailure(keeper));
  }
}

async function sealed(
  cipher: Cipher,
  backend: string,
  place: BoundPlace,
  secret: SecretText,
  setAt: string,
): Promise<Outcome<SecretRecord, VaultFailure>> {
  try {
    return succeeded(await sealSecret(cipher, backend, place, secret, setAt));
  } catch {
    // What a key store throws may quote what it was given.
    const message = `The key store (${backend}) did not take the secret. Unlock it or try again; what was kept before is still there.`;
    return failed({ code: 'not-written', message });
  }
}

/** Forgets a secret, in the file and in this session. That takes no key: also what cannot be opened can be forgotten. */
export async function forgetSecret(
  state: VaultState,
  place: SecretPlace,
): Promise<Outcome<null, VaultFailure>> {
  const forgotten = await forgetIn(state.file, place);
  return forgotten.ok ? forgetIn(state.memory, place) : forgotten;
}

async function forgetIn(shelf: SecretShelf, place: SecretPlace): Promise<Outcome<null, VaultFailure>> {
  const contents = await shelf.read(place.workspaceId);
  if (!contents.ok) return contents;
  const at = { document: place.documentId, slot: place.slot };
  if (recordAt(contents.value, at) === null) return succeeded(null);
  return shelf.write(place.workspaceId, withoutRecord(contents.value, at));
}

/**
 * Binds a secret to the origin of `place`, because a person said that it may go there. Where none is kept there is nothing
 * to do.
 */
export async function confirmOrigin(
  state: VaultState,
  place: BoundPlace,
): Promise<Outcome<null, VaultFailure>> {
  const found = await findSecret(state, place);
  if (!found.ok) return found;
  if (found.value === null || found.value.record.origin === place.origin) return succeeded(null);
  return resealed(state, place, place, found.value);
}

/** Opens a record and keeps it again for another place or origin, with the same date and on the same shelf. */
export async function resealed(
  state: VaultState,
  from: SecretPlace,
  to: BoundPlace,
  { record, shelf }: FoundSecret,
): Promise<Outcome<null, VaultFailure>> {
  const cipher = cipherOf(state, record);
  const available = await cipher.available();
  if (!available.usable) return failed(keeperFailure(closedKeeper(cipher, available.reason)));
  const opened = await openSecret(cipher, from, record);
  if (opened === null)
    return failed({ code: 'unreadable', message: 'The key store cannot open this secret. Enter it again.' });
  const next = await sealed(cipher, available.backend, to, opened.secret, record.setAt);
  if (!next.ok) return next;
  const contents = await shelf.read(to.workspaceId);
  return contents.ok ? shelf.write(to.workspaceId, withRecord(contents.value, next.value)) : contents;
}

function closedKeeper({ name }: Cipher, reason: 'locked' | 'none') {
  if (name === 'passphrase') return 'passphrase-locked';
  return reason === 'locked' ? 'locked' : 'undecided';
}

/** Keeps a secret with the key store's newer key. If that fails the old record stays, and is renewed another time. */
export async function renewSecret(
  state: VaultState,
  place: BoundPlace,
  before: SecretRecord,
  secret: SecretText,
): Promise<void> {
  await state.queue.run(async () => {
    const found = await findSecret(state, place);
    if (!found.ok || found.value?.record.data !== before.data) return;
    const record = await sealed(cipherOf(state, before), before.backend, place, secret, before.setAt);
    const contents = await found.value.shelf.read(place.workspaceId);
    if (record.ok && contents.ok)
      await found.value.shelf.write(place.workspaceId, withRecord(contents.value, record.value));
  });
}
