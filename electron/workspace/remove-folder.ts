import { readdir, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import { folderOf, isOwnFolder, isWithin, lastName } from '#shared/workspace/folder-path.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import { syncFolder } from './files/sync-folder.ts';
import { systemErrorReason } from './files/system-error.ts';
import { refuseLinkedFolder } from './inside-workspace.ts';
import { foldersLookedAt } from './make-folder.ts';
import { removeDocument } from './remove-document.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What went with a folder, and what did not. */
export interface RemovedFolder {
  /** The documents that are in the trash now. */
  readonly removed: readonly DocumentId[];
  /** All folders that there are still. */
  readonly folders: readonly string[];
  /** Why the folder is still there, in one sentence; `null` where it is gone. */
  readonly left: string | null;
}

/** What file browsers and people who want git to keep a folder put into it: nobody misses it with the folder. */
const litter: ReadonlySet<string> = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db', '.gitkeep']);

/**
 * Moves the documents of a folder, and of those in it, into the trash, and removes the folders. A folder that holds anything
 * else stays: what is not a document of ours is not ours to remove.
 */
export async function removeFolder(
  state: WorkspaceState,
  folder: string,
): Promise<Outcome<RemovedFolder, DocumentFailure>> {
  try {
    const known = await foldersLookedAt(state);
    if (!isOwnFolder(folder) || !known.includes(folder)) return failed(notThere);
    await refuseLinkedFolder(state.folder, folder);
    const { removed, trouble } = await documentsRemoved(state, folder);
    const inside = known.filter((each) => isWithin(each, folder));
    const left = trouble ?? (await foldersRemoved(state, inside));
    return succeeded({ removed, folders: await foldersLookedAt(state), left });
  } catch (error) {
    const message = `The folder “${lastName(folder)}” was not deleted: ${systemErrorReason(error)}.`;
    return failed({ code: 'not-written', message });
  }
}

const notThere: DocumentFailure = {
  code: 'not-found',
  message: 'This folder is not in the workspace any more.',
};

async function documentsRemoved(state: WorkspaceState, folder: string) {
  const removed: DocumentId[] = [];
  for (const { file, stored } of state.index.documents) {
    if (!isWithin(file, folder)) continue;
    const outcome = await removeDocument(state, stored.content.id);
    if (!outcome.ok) return { removed, trouble: outcome.failure.message };
    removed.push(stored.content.id);
  }
  return { removed, trouble: null };
}

/** Innermost first; says which folder could not go. */
async function foldersRemoved(
  { folder: root }: WorkspaceState,
  folders: readonly string[],
): Promise<string | null> {
  for (const each of [...folders].reverse()) {
    const target = path.join(root, each);
    const names = await readdir(target);
    if (names.some((name) => !litter.has(name))) return `${each} holds other files, so it stays.`;
    for (const name of names) await unlink(path.join(target, name));
    await rmdir(target);
    await syncFolder(path.join(root, folderOf(each)));
  }
  return null;
}
