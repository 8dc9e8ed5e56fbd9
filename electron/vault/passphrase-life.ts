import type { SecretSlot, WorkspaceId } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import type { Cipher } from './cipher.ts';
import { fileShelf } from './file-shelf.ts';
import { cipherOf } from './find-secret.ts';
import type { PassphraseLock } from './passphrase-lock.ts';
import { type RecordChange, rewriteVaults } from './rewrite-vaults.ts';
import { openSecret, sealSecret } from './seal-secret.ts';
import { cookieSlot } from './secret-place.ts';
import type { SessionContents } from './secret-shelf.ts';
import { type SecretRecord, withRecord } from './vault-contents.ts';
import type { VaultState } from './vault-state.ts';

type Done = Promise<Outcome<null, VaultFailure>>;

/** How much is under the passphrase, for the question before it is forgotten. */
export interface UnderPassphrase {
  /** Credentials, header values and secret values; jars of cookies and those in the trash are not counted. */
  readonly secrets: number;
  /** Of how many workspaces. */
  readonly workspaces: number;
}

/** The life of a passphrase over secrets (ADR 0034). Whatever changes vaults waits for what else changes them. */
export interface PassphraseLife {
  /** Puts secrets under a passphrase from now on, and those of this session with them. */
  choose(passphrase: string): Done;
  unlock(passphrase: string): Done;
  /** Closes the keys; where a call is being prepared at this moment, it may have its secrets already. */
  lock(): Promise<void>;
  /** Encrypts everything again under another passphrase; cut off at any moment, either the old or the new one opens all. */
  change(passphrase: string, next: string): Done;
  /** Removes every secret that is under the passphrase, and the passphrase; that takes no passphrase. */
  forget(): Done;
  under(): Promise<UnderPassphrase>;
  /** Gives everything over to the system's key store, which must be usable, and ends the passphrase. */
  moveToKeyStore(): Done;
}

/**
 * Makes the life of the passphrase of a vault; where there can be none, as on the command line, nothing can be done.
 *
 * @param tell called after every change, before it is answered
 */
export function passphraseLife(state: VaultState, tell: () => Promise<unknown>): PassphraseLife {
  const { passphrase, system } = state.ports;
  if (passphrase === undefined) return noPassphrase;
  const { files, lock } = passphrase;
  const renew = () => state.queue.run(async () => (await rewriteVaults(await files(), renewed(lock))).ok);
  // The lock first and the vaults within, as when it is changed: the other way round the two would wait for each other.
  const ended = (change: RecordChange): Done =>
    lock.remove((removed) =>
      state.queue.run(async () => {
        const changed = await rewriteVaults(await files(), change);
        return changed.ok ? removed() : changed;
      }),
    );
  const told = async (outcome: Outcome<null, VaultFailure>): Done => {
    if (outcome.ok) await tell();
    return outcome;
  };
  return {
    choose: async (words) => {
      const chosen = await lock.choose(words);
      if (!chosen.ok) return chosen;
      const moved = await state.queue.run(() => sessionMoved(state, lock));
      // Also where that failed: there is a passphrase now, and the session keeps what it had.
      await tell();
      return moved;
    },
    unlock: async (words) => told(await lock.unlock(words, renew)),
    lock: async () => {
      lock.lock();
      await tell();
    },
    change: async (words, next) => told(await lock.change(words, next, renew)),
    forget: async () => told(await ended(gone)),
    under: async () => counted(await files()),
    moveToKeyStore: async () => {
      const [from, to] = await Promise.all([lock.cipher.available(), system.available()]);
      if (!from.usable) return failed(lockedFirst);
      if (!to.usable) return failed(noKeyStore);
      return told(await ended(movedTo(state, system, to.backend)));
    },
  };
}

const gone: RecordChange = (record) => Promise.resolve(record.keeper === 'passphrase' ? null : record);

/**
 * What was entered for the session lies in the files from now on, and is not lost when the application ends. Where one file
 * cannot be written its secrets stay in the session, and the others go all the same.
 */
async function sessionMoved(state: VaultState, { cipher }: PassphraseLock): Done {
  state.isSessionChosen = false;
  let first: Outcome<null, VaultFailure> = succeeded(null);
  for (const held of state.memory.all()) {
    const moved = await heldMoved(held, movedTo(state, cipher, 'passphrase'));
    if (moved.ok) state.memory.clear(held.file);
    else if (first.ok) first = moved;
  }
  return first;
}

/** Into the file that the folder has for which it was entered: two clones of a workspace share their id, and nothing else. */
async function heldMoved(
  { contents: held, file, workspaceId }: SessionContents,
  move: (record: SecretRecord, workspaceId: WorkspaceId) => Promise<SecretRecord>,
): Done {
  const shelf = fileShelf(() => file);
  const kept = await shelf.readOrBegin(workspaceId);
  if (!kept.ok) return kept;
  let contents = kept.value;
  for (const record of held.secrets) contents = withRecord(contents, await move(record, workspaceId));
  for (const { removedAt, ...record } of held.trash)
    contents = {
      ...contents,
      trash: [...contents.trash, { ...(await move(record, workspaceId)), removedAt }],
    };
  return shelf.write(workspaceId, contents);
}

/** Seals records for another cipher, with the origin and the date that they have. What does not open stays as it is. */
function movedTo(state: VaultState, cipher: Cipher, backend: string) {
  return async (record: SecretRecord, workspaceId: WorkspaceId): Promise<SecretRecord> => {
    if (record.keeper === 'system') return record;
    const place = placeOf(record, workspaceId);
    const opened = await openSecret(cipherOf(state, record), place, record);
    return opened === null ? record : sealSecret(cipher, backend, place, opened.secret, record.setAt);
  };
}

/** Seals records that have an older key with the newest one. */
function renewed({ cipher }: PassphraseLock): RecordChange {
  return async (record, workspaceId) => {
    if (record.keeper !== 'passphrase') return record;
    const place = placeOf(record, workspaceId);
    const opened = await openSecret(cipher, place, record);
    if (opened?.reencrypt !== true) return record;
    return sealSecret(cipher, record.backend, place, opened.secret, record.setAt);
  };
}

function placeOf({ document, origin, slot }: SecretRecord, workspaceId: WorkspaceId) {
  return { workspaceId, documentId: document as DocumentId, slot: slot as SecretSlot, origin };
}

async function counted(files: readonly string[]): Promise<UnderPassphrase> {
  let [secrets, workspaces] = [0, 0];
  for (const file of files) {
    const contents = await fileShelf(() => file).read('' as WorkspaceId);
    const here = contents.ok
      ? contents.value.secrets.filter(({ keeper, slot }) => keeper === 'passphrase' && slot !== cookieSlot)
      : [];
    secrets += here.length;
    workspaces += here.length > 0 ? 1 : 0;
  }
  return { secrets, workspaces };
}

const lockedFirst: VaultFailure = {
  code: 'passphrase-locked',
  message: 'The secrets are locked. Unlock them with the passphrase first; nothing was changed.',
};
const noKeyStore: VaultFailure = {
  code: 'locked',
  message: 'The key store of the system cannot be used now. Nothing was changed; unlock it and try again.',
};
const notHere = (): Done =>
  Promise.resolve(failed({ code: 'passphrase-none', message: 'No passphrase can be used here.' }));
const noPassphrase: PassphraseLife = {
  choose: notHere,
  unlock: notHere,
  lock: () => Promise.resolve(),
  change: notHere,
  forget: notHere,
  under: () => Promise.resolve({ secrets: 0, workspaces: 0 }),
  moveToKeyStore: notHere,
};
