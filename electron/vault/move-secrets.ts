import type { SecretSlot, WorkspaceId } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import { findSecret } from './find-secret.ts';
import { resealed } from './set-secret.ts';
import {
  type VaultContents,
  withDocumentRestored,
  withDocumentTrashed,
  withoutDocument,
  withoutExpired,
} from './vault-contents.ts';
import type { VaultState } from './vault-state.ts';

/** A document whose secrets are copied, and the one that gets them. */
export interface SecretCopy {
  readonly workspaceId: WorkspaceId;
  readonly from: DocumentId;
  readonly to: DocumentId;
  /** For each slot of the original the slot of the copy. */
  readonly slots: ReadonlyMap<SecretSlot, SecretSlot>;
}

/**
 * Copies the secrets of a document for its duplicate, each with the origin and the date it has. What cannot be opened is
 * left out of the copy, and the failure says so after everything else was copied.
 */
export async function copySecrets(
  state: VaultState,
  { workspaceId, from, to, slots }: SecretCopy,
): Promise<Outcome<null, VaultFailure>> {
  let failure: VaultFailure | null = null;
  for (const [slot, copySlot] of slots) {
    const source = { workspaceId, documentId: from, slot };
    const found = await findSecret(state, source);
    if (!found.ok) return found;
    if (found.value === null) continue;
    const { origin } = found.value.record;
    const copied = await resealed(
      state,
      source,
      { workspaceId, documentId: to, slot: copySlot, origin },
      found.value,
    );
    if (!copied.ok) failure ??= copied.failure;
  }
  return failure === null ? succeeded(null) : failed(failure);
}

/** Puts the secrets of a removed document into the vault's trash, where they wait for it for 30 days. */
export function trashSecrets(
  state: VaultState,
  workspaceId: WorkspaceId,
  documentId: DocumentId,
): Promise<Outcome<null, VaultFailure>> {
  const now = state.ports.now();
  return changeBoth(state, workspaceId, (contents) =>
    contents.secrets.some((record) => record.document === documentId)
      ? withoutExpired(withDocumentTrashed(contents, documentId, now), now)
      : contents,
  );
}

/** Brings the secrets of a document back that was restored. No key is needed, so a locked key store does not matter. */
export function restoreSecrets(
  state: VaultState,
  workspaceId: WorkspaceId,
  documentId: DocumentId,
): Promise<Outcome<null, VaultFailure>> {
  return changeBoth(state, workspaceId, (contents) =>
    contents.trash.some((record) => record.document === documentId)
      ? withDocumentRestored(contents, documentId)
      : contents,
  );
}

/** Forgets every secret of a document that is gone for good; nothing needs to be opened for that. */
export function purgeSecrets(
  state: VaultState,
  workspaceId: WorkspaceId,
  documentId: DocumentId,
): Promise<Outcome<null, VaultFailure>> {
  return changeBoth(state, workspaceId, (contents) =>
    [...contents.secrets, ...contents.trash].some((record) => record.document === documentId)
      ? withoutDocument(contents, documentId)
      : contents,
  );
}

async function changeBoth(
  { file, memory }: VaultState,
  workspaceId: WorkspaceId,
  change: (contents: VaultContents) => VaultContents,
): Promise<Outcome<null, VaultFailure>> {
  for (const shelf of [file, memory]) {
    const contents = await shelf.read(workspaceId);
    if (!contents.ok) return contents;
    const next = change(contents.value);
    const written = next === contents.value ? succeeded(null) : await shelf.write(workspaceId, next);
    if (!written.ok) return written;
  }
  return succeeded(null);
}
