import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { folderTrouble, isOwnFolder, lastName } from '#shared/workspace/folder-path.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import path from 'node:path';
import { systemErrorReason } from './files/system-error.ts';
import { syncFolder } from './files/sync-folder.ts';
import { ensureFolderInside } from './inside-workspace.ts';
import { listDocumentFiles, ownFolders } from './list-document-files.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Makes a folder for flows or endpoints, with those that it is in; gives all that there are. */
export async function makeFolder(
  state: WorkspaceState,
  folder: string,
): Promise<Outcome<readonly string[], DocumentFailure>> {
  const { index } = state;
  const name = lastName(folder);
  try {
    await foldersLookedAt(state);
    const trouble = isOwnFolder(folder) ? folderTrouble(folder, index.folders) : notForDocuments;
    if (trouble !== null) return notMade(name, trouble);
    await ensureFolderInside(state.folder, folder);
    await syncFolder(path.dirname(path.join(state.folder, folder)));
    return succeeded(await foldersLookedAt(state));
  } catch (error) {
    return notMade(name, `${systemErrorReason(error)}.`);
  }
}

/** Folders are for flows and endpoints only. */
export const notForDocuments = 'Only flows and API endpoints have folders.';

/** Takes over which folders there are on the disk now. */
export async function foldersLookedAt({ folder, index }: WorkspaceState): Promise<readonly string[]> {
  index.folders = ownFolders(await listDocumentFiles(folder));
  return index.folders;
}

function notMade(name: string, reason: string): Outcome<readonly string[], DocumentFailure> {
  return failed({ code: 'not-written', message: `The folder “${name}” was not made: ${reason}` });
}
