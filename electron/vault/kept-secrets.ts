import type { SecretSlot, WorkspaceId } from '#shared/ids/ids.ts';
import { type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import type { SecretText } from '#shared/secret/secret-text.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import { cipherOf } from './find-secret.ts';
import { openSecret } from './seal-secret.ts';
import { cookieSlot } from './secret-place.ts';
import type { SecretRecord } from './vault-contents.ts';
import type { VaultState } from './vault-state.ts';

/** A secret that is kept for a workspace, also that of a document in the trash. For the main process only. */
export interface KeptSecret {
  readonly document: string;
  readonly slot: string;
  /** Its value; `locked` where somebody can unlock the key store, `closed` where it cannot be opened here. */
  readonly value: SecretText | 'locked' | 'closed';
}

/** Every secret that is kept for a workspace. Jars of cookies are none. */
export async function keptSecrets(
  state: VaultState,
  workspaceId: WorkspaceId,
): Promise<Outcome<readonly KeptSecret[], VaultFailure>> {
  const kept: KeptSecret[] = [];
  for (const shelf of [state.memory, state.file]) {
    const contents = await shelf.read(workspaceId);
    if (!contents.ok) return contents;
    for (const record of [...contents.value.secrets, ...contents.value.trash])
      if (record.slot !== cookieSlot) kept.push(await opened(state, workspaceId, record));
  }
  return succeeded(kept);
}

async function opened(
  state: VaultState,
  workspaceId: WorkspaceId,
  record: SecretRecord,
): Promise<KeptSecret> {
  const { document, slot } = record;
  const cipher = cipherOf(state, record);
  const available = await cipher.available();
  if (!available.usable)
    return { document, slot, value: available.reason === 'locked' ? 'locked' : 'closed' };
  const place = { workspaceId, documentId: document as DocumentId, slot: slot as SecretSlot };
  return { document, slot, value: (await openSecret(cipher, place, record))?.secret ?? 'closed' };
}
