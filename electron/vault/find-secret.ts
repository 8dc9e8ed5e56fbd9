import { type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import type { Cipher } from './cipher.ts';
import type { SecretPlace } from './secret-place.ts';
import type { SecretShelf } from './secret-shelf.ts';
import { recordAt, type SecretRecord } from './vault-contents.ts';
import type { VaultState } from './vault-state.ts';

/** A record, where it lies, and what can open it. */
export interface FoundSecret {
  readonly record: SecretRecord;
  readonly shelf: SecretShelf;
  readonly cipher: Cipher;
}

/** Finds the record of a place. What was entered for this session comes before what is in the file. */
export async function findSecret(
  state: VaultState,
  { workspaceId, documentId, slot }: SecretPlace,
): Promise<Outcome<FoundSecret | null, VaultFailure>> {
  for (const shelf of [state.memory, state.file]) {
    const contents = await shelf.read(workspaceId);
    if (!contents.ok) return contents;
    const record = recordAt(contents.value, { document: documentId, slot });
    if (record !== null) return succeeded({ record, shelf, cipher: cipherOf(state, record) });
  }
  return succeeded(null);
}

/** The cipher that a record was made with; one under a passphrase stays closed where there can be none. */
export function cipherOf({ ports, session }: VaultState, { keeper }: Pick<SecretRecord, 'keeper'>): Cipher {
  switch (keeper) {
    case 'system':
      return ports.system;
    case 'session':
      return session;
    case 'passphrase':
      return ports.passphrase?.lock.cipher ?? ports.system;
  }
}
