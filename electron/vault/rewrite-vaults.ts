import type { WorkspaceId } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { fileShelf } from './file-shelf.ts';
import type { SecretRecord, VaultContents } from './vault-contents.ts';

/** What becomes of a record: another one in its place, or `null` for none. The same one is left as it is. */
export type RecordChange = (record: SecretRecord, workspaceId: WorkspaceId) => Promise<SecretRecord | null>;

/**
 * Changes records in every vault of this computer, those in the trash too. Each file is replaced as a whole or not at
 * all, and one that cannot be read or written does not keep the others from it: the first such failure is given back.
 */
export async function rewriteVaults(
  files: readonly string[],
  change: RecordChange,
): Promise<Outcome<null, VaultFailure>> {
  let first: Outcome<null, VaultFailure> = succeeded(null);
  for (const file of files) {
    const outcome = await rewritten(file, change);
    if (first.ok) first = outcome;
  }
  return first;
}

async function rewritten(file: string, change: RecordChange): Promise<Outcome<null, VaultFailure>> {
  const shelf = fileShelf(() => file);
  const read = await shelf.read('' as WorkspaceId);
  if (!read.ok) return read;
  const workspaceId = workspaceOf(read.value);
  if (workspaceId === null) return succeeded(null);
  const { secrets, trash } = read.value;
  const here = (record: SecretRecord) => change(record, workspaceId);
  let next;
  try {
    next = {
      ...read.value,
      secrets: await changedRecords(secrets, here),
      trash: await changedRecords(trash, here),
    };
  } catch {
    // What a key store throws may quote what it was given.
    return failed({ code: 'not-written', message: refusedSentence });
  }
  const isSame = isSameList(next.secrets, secrets) && isSameList(next.trash, trash);
  return isSame ? succeeded(null) : shelf.write(workspaceId, next);
}

const refusedSentence =
  'A secret could not be encrypted. What was kept before is still there; unlock the key store and try again.';

/** The workspace that a file says it is of; whoever writes another one there gets records that do not open. */
function workspaceOf({ workspace }: VaultContents): WorkspaceId | null {
  return typeof workspace === 'string' ? (workspace as WorkspaceId) : null;
}

async function changedRecords<Kept extends SecretRecord>(
  records: readonly Kept[],
  change: (record: SecretRecord) => Promise<SecretRecord | null>,
): Promise<Kept[]> {
  const changed: Kept[] = [];
  for (const record of records) {
    const next = await change(record);
    if (next !== null) changed.push(next === record ? record : { ...record, ...next });
  }
  return changed;
}

function isSameList(one: readonly SecretRecord[], other: readonly SecretRecord[]): boolean {
  return one.length === other.length && one.every((record, at) => record === other[at]);
}
