import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { documentKind, type DocumentId } from '#shared/workspace/document.ts';
import { folderOf, isFolderFor, lastName } from '#shared/workspace/folder-path.ts';
import { moveWithoutReplacing } from './files/move-file.ts';
import { syncFolder } from './files/sync-folder.ts';
import { systemErrorReason } from './files/system-error.ts';
import { freeFileName } from './free-file-name.ts';
import { ensureFolderInside, refuseLinkedFolder } from './inside-workspace.ts';
import { foldersLookedAt } from './make-folder.ts';
import type { Moved, MovedDocument } from './move-folder.ts';
import { type DocumentFile, readDocumentFile } from './read-document-file.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What was moved, and a sentence for each document that was not. */
export interface MovedSome extends Moved {
  readonly failures: readonly string[];
}

/**
 * Moves documents into a folder, each under the name its file has, or the next free one. What cannot be moved stays where it
 * is and is told; nothing is ever written over.
 */
export async function moveDocuments(
  state: WorkspaceState,
  ids: readonly DocumentId[],
  folder: string,
): Promise<MovedSome> {
  const documents: MovedDocument[] = [];
  const failures: string[] = [];
  const touched = new Set<string>();
  for (const id of ids) {
    const known = state.index.byId(id);
    if (known !== null && folderOf(known.file) === folder) continue;
    const moved = await moveOne(state, known, folder);
    if (!moved.ok) failures.push(moved.failure);
    else {
      for (const each of [folderOf(known?.file ?? moved.value), folder]) touched.add(each);
      state.index.relocate(id, moved.value);
      documents.push({ id, file: moved.value });
    }
  }
  for (const each of touched) await syncFolder(path.join(state.folder, each)).catch(() => undefined);
  return { documents, failures, folders: await foldersLookedAt(state) };
}

async function moveOne(
  state: WorkspaceState,
  known: DocumentFile | null,
  folder: string,
): Promise<Outcome<string, string>> {
  if (known === null) return failed('A document is not in the workspace any more.');
  const { name } = known.stored.content;
  try {
    const trouble = await troubleWith(state, known, folder);
    if (trouble !== null) return failed(`“${name}” was not moved: ${trouble}.`);
    return succeeded(await placed(state, known.file, folder));
  } catch (error) {
    return failed(`“${name}” was not moved: ${systemErrorReason(error)}.`);
  }
}

async function troubleWith(
  { folder: root }: WorkspaceState,
  { file, stored }: DocumentFile,
  folder: string,
): Promise<string | null> {
  if (!isFolderFor(documentKind(stored.content), folder)) return `${folder} is for other documents`;
  const found = await readDocumentFile(root, file);
  const isThere = found.type === 'document' && found.stored.content.id === stored.content.id;
  return isThere ? null : `${file} is gone or holds something else`;
}

/** Gives the file's new name. */
async function placed({ folder: root }: WorkspaceState, file: string, folder: string): Promise<string> {
  await refuseLinkedFolder(root, folderOf(file));
  await ensureFolderInside(root, folder);
  const stem = lastName(file).replace(/\.json$/, '');
  for (;;) {
    const target = `${folder}/${await freeFileName(path.join(root, folder), stem, '.json')}`;
    if (await moveWithoutReplacing(path.join(root, file), path.join(root, target))) return target;
  }
}
