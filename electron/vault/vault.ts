import type { SecretSlot, WorkspaceId } from '#shared/ids/ids.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { SecretState, VaultFailure, VaultStatus } from '#shared/secret/secret-state.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import { oneAtATime } from '../workspace/files/one-at-a-time.ts';
import { fileShelf } from './file-shelf.ts';
import { type KeptSecret, keptSecrets } from './kept-secrets.ts';
import { copySecrets, purgeSecrets, restoreSecrets, type SecretCopy, trashSecrets } from './move-secrets.ts';
import { type PassphraseLife, passphraseLife } from './passphrase-life.ts';
import { readSecret, secretStates, type VaultReading } from './read-secret.ts';
import { openSecret } from './seal-secret.ts';
import { type BoundPlace, cookieSlot, machineVault, type SecretPlace } from './secret-place.ts';
import { memoryShelf } from './secret-shelf.ts';
import { sessionCipher } from './session-cipher.ts';
import { confirmOrigin, forgetSecret, setSecret } from './set-secret.ts';
import type { SecretRecord } from './vault-contents.ts';
import type { VaultPorts, VaultState } from './vault-state.ts';
import { type OpenedCount, presentKeeper, vaultStatus } from './vault-status.ts';

type Done = Promise<Outcome<null, VaultFailure>>;

/**
 * Keeps secrets: they go in, and come out only for a request that is about to be sent (SEMANTICS, Secrets).
 *
 * A locked or changed key store is a state that is told, never a reason to begin anew: what cannot be opened stays until
 * somebody replaces or forgets it, and a write that fails loses nothing.
 */
export interface Vault {
  /** Who keeps secrets; with a workspace also whether those that are kept for it can be opened. */
  status(workspaceId?: WorkspaceId): Promise<VaultStatus>;
  /** Keeps secrets in memory from now on, until the process ends. */
  useSession(workspaceId?: WorkspaceId): Promise<VaultStatus>;
  /** Sets or replaces a secret, for the origin that its document has now. */
  set(place: BoundPlace, value: string): Done;
  forget(place: SecretPlace): Done;
  /** Binds a secret, entered for another origin, to this one. */
  confirmOrigin(place: BoundPlace): Done;
  /** What the page may know, for each slot in order. */
  states(
    workspaceId: WorkspaceId,
    documentId: DocumentId,
    slots: readonly SecretSlot[],
    origin: string,
  ): Promise<Outcome<readonly SecretState[], VaultFailure>>;
  /** The value, for the main process alone and for the given origin only. */
  read(place: BoundPlace): Promise<VaultReading>;
  /** Every secret of a workspace with its value, for the main process alone: to look for them in what leaves. */
  kept(workspaceId: WorkspaceId): Promise<Outcome<readonly KeptSecret[], VaultFailure>>;
  /** Copies the secrets of a document that was duplicated. */
  copy(copy: SecretCopy): Done;
  /** Moves the secrets of a document that was removed to the vault's trash. */
  trash(workspaceId: WorkspaceId, documentId: DocumentId): Done;
  /** Brings them back with the document. */
  restore(workspaceId: WorkspaceId, documentId: DocumentId): Done;
  /** Forgets all secrets of a document that is gone for good. */
  purge(workspaceId: WorkspaceId, documentId: DocumentId): Done;
  /** The passphrase over secrets, where there is or can be one. Each change of it is a new status. */
  readonly passphrase: PassphraseLife;
  /** Hears of every status that `useSession` and changes of secrets lead to. Gives back how to stop listening. */
  onChange(listener: (status: VaultStatus) => void): () => void;
}

/** A vault over the system's key store. What is kept for the session ends with the returned object. */
export function createVault(ports: VaultPorts): Vault {
  const state: VaultState = {
    ports,
    session: sessionCipher(),
    memory: memoryShelf(ports.fileOf),
    file: fileShelf(ports.fileOf),
    queue: oneAtATime(),
    isSessionChosen: false,
  };
  const listeners = new Set<(status: VaultStatus) => void>();
  const tell = async (workspaceId?: WorkspaceId) => {
    const status = await statusOf(state, workspaceId);
    for (const listener of listeners) listener(status);
    return status;
  };
  const change = (workspaceId: WorkspaceId, operation: () => Done): Done =>
    state.queue.run(async () => {
      const outcome = await operation();
      if (outcome.ok && listeners.size > 0) await tell(workspaceId);
      return outcome;
    });
  // Cookies come and go with every call, and the status is about a workspace: these change nothing of what it says.
  const changeAt = (place: SecretPlace, operation: () => Done): Done =>
    place.slot === cookieSlot || place.workspaceId === machineVault
      ? state.queue.run(operation)
      : change(place.workspaceId, operation);

  return {
    status: (workspaceId) => statusOf(state, workspaceId),
    useSession(workspaceId) {
      state.isSessionChosen = true;
      return tell(workspaceId);
    },
    set: (place, value) => changeAt(place, () => setSecret(state, place, value)),
    forget: (place) => changeAt(place, () => forgetSecret(state, place)),
    confirmOrigin: (place) => changeAt(place, () => confirmOrigin(state, place)),
    states: (workspaceId, documentId, slots, origin) =>
      secretStates(
        state,
        slots.map((slot) => ({ workspaceId, documentId, slot, origin })),
      ),
    read: (place) => readSecret(state, place),
    kept: (workspaceId) => keptSecrets(state, workspaceId),
    copy: (copy) => change(copy.workspaceId, () => copySecrets(state, copy)),
    trash: (workspaceId, documentId) =>
      change(workspaceId, () => trashSecrets(state, workspaceId, documentId)),
    restore: (workspaceId, documentId) =>
      change(workspaceId, () => restoreSecrets(state, workspaceId, documentId)),
    purge: (workspaceId, documentId) =>
      change(workspaceId, () => purgeSecrets(state, workspaceId, documentId)),
    passphrase: passphraseLife(state, tell),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

async function statusOf(state: VaultState, workspaceId?: WorkspaceId): Promise<VaultStatus> {
  const keeper = await presentKeeper(state);
  if (keeper.keeper !== 'system' || workspaceId === undefined)
    return vaultStatus(keeper, { opened: 0, total: 0 });
  const contents = await state.file.read(workspaceId);
  if (!contents.ok)
    return { ...vaultStatus(keeper, { opened: 0, total: 0 }), message: contents.failure.message };
  return vaultStatus(keeper, await openedCount(state, workspaceId, contents.value.secrets));
}

/**
 * Every record is tried: a few of them, and the only way to know that the key is the one that made them. Jars of cookies
 * tell of themselves, and nobody can enter them again.
 */
async function openedCount(
  { ports: { system } }: VaultState,
  workspaceId: WorkspaceId,
  records: readonly SecretRecord[],
): Promise<OpenedCount> {
  const secrets = records.filter(({ slot }) => slot !== cookieSlot);
  let opened = 0;
  for (const record of secrets) {
    const place = {
      workspaceId,
      documentId: record.document as DocumentId,
      slot: record.slot as SecretSlot,
    };
    if ((await openSecret(system, place, record)) !== null) opened += 1;
  }
  return { opened, total: secrets.length };
}
