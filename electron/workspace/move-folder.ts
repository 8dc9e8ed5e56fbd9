import { rename } from 'node:fs/promises';
import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import {
  folderOf,
  folderTrouble,
  isOwnFolder,
  isWithin,
  lastName,
  movedWith,
} from '#shared/workspace/folder-path.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import { syncFolder } from './files/sync-folder.ts';
import { systemErrorReason } from './files/system-error.ts';
import { ensureFolderInside, refuseLinkedFolder } from './inside-workspace.ts';
import { foldersLookedAt, notForDocuments } from './make-folder.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A document that lies in another file now; what is in it is the same. */
export interface MovedDocument {
  readonly id: string;
  readonly file: string;
}

/** What a move of folders or documents has changed. */
export interface Moved {
  readonly documents: readonly MovedDocument[];
  /** All folders that there are now. */
  readonly folders: readonly string[];
}

/**
 * Gives a folder another name or another place, with everything that is in it, in one step of the disk: whatever stops us,
 * it is in the one place or in the other. Documents are referred to by id, so nothing that points at one changes.
 *
 * @param lookAgain looks at files that had a problem, which goes along
 */
export async function moveFolder(
  state: WorkspaceState,
  from: string,
  to: string,
  lookAgain: (files: readonly string[]) => Promise<void>,
): Promise<Outcome<Moved, DocumentFailure>> {
  try {
    const folders = await foldersLookedAt(state);
    const trouble = troubleWithMove(folders, from, to);
    if (trouble !== null) return notMoved(from, trouble);
    await refuseLinkedFolder(state.folder, from);
    await ensureFolderInside(state.folder, folderOf(to));
    await rename(path.join(state.folder, from), path.join(state.folder, to));
    for (const each of new Set([folderOf(from), folderOf(to)]))
      await syncFolder(path.join(state.folder, each));
    const documents = relocated(state, from, to);
    await lookAgain(problemFiles(state, from, to));
    return succeeded({ documents, folders: await foldersLookedAt(state) });
  } catch (error) {
    return notMoved(from, `${systemErrorReason(error)}.`);
  }
}

function troubleWithMove(folders: readonly string[], from: string, to: string): string | null {
  if (!isOwnFolder(from) || !isOwnFolder(to)) return notForDocuments;
  if (!folders.includes(from)) return 'it is not there any more.';
  if (from.split('/')[0] !== to.split('/')[0])
    return 'folders of flows hold flows, those of endpoints endpoints.';
  return folderTrouble(to, folders, from);
}

function relocated({ index }: WorkspaceState, from: string, to: string): readonly MovedDocument[] {
  const inside = index.documents.filter(({ file }) => isWithin(file, from));
  return inside.map(({ file, stored }) => {
    const { id } = stored.content;
    index.relocate(id, movedWith(file, from, to));
    return { id, file: movedWith(file, from, to) };
  });
}

function problemFiles({ index }: WorkspaceState, from: string, to: string): readonly string[] {
  const files = index.problems.map(({ file }) => file).filter((file) => isWithin(file, from));
  return files.flatMap((file) => [file, movedWith(file, from, to)]);
}

function notMoved(from: string, reason: string): Outcome<Moved, DocumentFailure> {
  return failed({ code: 'not-written', message: `The folder “${lastName(from)}” was not moved: ${reason}` });
}
