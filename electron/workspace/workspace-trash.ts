import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import type { TrashedDocument } from '#shared/workspace/trashed-document.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import type { StoredDocument } from '#shared/workspace/workspace-snapshot.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { revisionOf } from './files/revision.ts';
import { systemErrorReason } from './files/system-error.ts';
import type { DocumentFile } from './read-document-file.ts';
import { restoreRemoval } from './restore-document.ts';
import { expireTrash, findInTrash, listTrash, putIntoTrash, removeFromTrash } from './trash.ts';
import { expireWithdrawn } from './withdrawn-files.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Documents that were gone for good: those of which nothing is anywhere any more. */
type Gone = Outcome<{ readonly deleted: number; readonly gone: readonly DocumentId[] }, DocumentFailure>;

/** What can be done with the documents that were removed from an open workspace. */
export interface WorkspaceTrash {
  /** What was removed last first. */
  list(): Promise<readonly TrashedDocument[]>;
  /** The text of a document's file as it was. */
  read(key: string): Promise<Outcome<string, DocumentFailure>>;
  restore(key: string): Promise<Outcome<StoredDocument, DocumentFailure>>;
  /** Removes documents for good; their secrets are for the caller to forget (`Vault.purge`). */
  remove(keys: readonly string[] | 'all'): Promise<Gone>;
  /** Removes for good what was there for 30 days; gives the documents that are gone with it. */
  expire(): Promise<readonly DocumentId[]>;
}

/** The trash of an open workspace. It takes its turn among everything else that is done to documents. */
export function workspaceTrash(state: WorkspaceState): WorkspaceTrash {
  const { dataFolder, ports, queue } = state;
  return {
    list: () => queue.run(() => listed(state)),
    read: async (key) => {
      const found = await findInTrash(dataFolder, key);
      return found === null ? failed(notInTrash) : succeeded(Buffer.from(found.content).toString('utf8'));
    },
    restore: (key) => queue.run(() => restoreRemoval(state, key)),
    remove: (keys) => queue.run(() => removed(state, keys)),
    expire: () =>
      queue.run(async () => {
        const expired = await expireTrash(dataFolder, ports.now());
        await expireWithdrawn(dataFolder, ports.now());
        return expired.filter((id) => state.index.byId(id) === null);
      }),
  };
}

/** Keeps a document whose file another program removed, as it was known here. It goes on without where that fails. */
export async function trashGoneElsewhere(
  { dataFolder, ports }: WorkspaceState,
  { file, stored }: DocumentFile,
): Promise<void> {
  const content = Buffer.from(writeDocument(stored.content, stored));
  const { id } = stored.content;
  const gone = { id, file, content, elsewhere: true };
  const reason = await putIntoTrash(dataFolder, gone, ports.now()).catch(systemErrorReason);
  if (reason !== null) ports.note?.(`A document that another program removed was not kept: ${reason}.`);
}

/** What is in the workspace again, byte for byte, is nothing that anybody misses. */
async function listed({ dataFolder, index }: WorkspaceState): Promise<readonly TrashedDocument[]> {
  const missed: TrashedDocument[] = [];
  for (const each of await listTrash(dataFolder)) {
    const present = index.byId(each.id);
    const content = present === null ? null : await findInTrash(dataFolder, each.key);
    if (content !== null && revisionOf(content.content) === present?.revision)
      await removeFromTrash(dataFolder, each.key);
    else missed.push(each);
  }
  return missed;
}

async function removed(state: WorkspaceState, keys: readonly string[] | 'all'): Promise<Gone> {
  const { dataFolder, index } = state;
  const before = await listTrash(dataFolder);
  const wanted = before.filter(({ key }) => keys === 'all' || keys.includes(key));
  try {
    for (const { key } of wanted) await removeFromTrash(dataFolder, key);
    if (keys === 'all') await expireWithdrawn(dataFolder, keys);
  } catch (error) {
    const message = `Not everything was deleted: ${systemErrorReason(error)}. What is left is still in the trash.`;
    return failed({ code: 'not-written', message });
  }
  const left = new Set((await listTrash(dataFolder)).map(({ id }) => id));
  const ids = new Set(wanted.map(({ id }) => id));
  const gone = [...ids].filter((id) => !left.has(id) && index.byId(id) === null);
  return succeeded({ deleted: wanted.length, gone });
}

const notInTrash: DocumentFailure = {
  code: 'not-found',
  message: 'This document is not in the trash any more.',
};
