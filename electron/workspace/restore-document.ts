import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import type { StoredDocument } from '#shared/workspace/workspace-snapshot.ts';
import { storedDocument } from './document-index.ts';
import { revisionOf } from './files/revision.ts';
import { systemErrorReason } from './files/system-error.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';
import { freeFileName } from './free-file-name.ts';
import { ensureFolderInside } from './inside-workspace.ts';
import { findInTrash, removeFromTrash, type TrashEntry } from './trash.ts';
import { bringBackFilesOf } from './withdrawn-files.ts';
import type { WorkspaceState } from './workspace-state.ts';

/**
 * Brings a removed document back to where it was, byte for byte, or beside whatever has its name by now. A document that
 * is there already (git brought it back) stays as it is.
 */
export async function restoreDocument(
  state: WorkspaceState,
  id: DocumentId,
): Promise<Outcome<StoredDocument, DocumentFailure>> {
  const present = state.index.byId(id);
  return present === null ? restored(state, id) : succeeded(storedDocument(present));
}

/** Brings back what one removal put into the trash; a document that is there by now stays, and the removal too. */
export async function restoreRemoval(
  state: WorkspaceState,
  key: string,
): Promise<Outcome<StoredDocument, DocumentFailure>> {
  const trashed = await findInTrash(state.dataFolder, key);
  const present = trashed === null ? null : state.index.byId(trashed.id);
  if (present === null) return restored(state, key);
  const { name } = present.stored.content;
  const message = `“${name}” is in the workspace already, in another version. Delete that one first to get this one back.`;
  return failed({ code: 'present', message });
}

async function restored(
  state: WorkspaceState,
  wanted: string,
): Promise<Outcome<StoredDocument, DocumentFailure>> {
  const trashed = await findInTrash(state.dataFolder, wanted);
  const read =
    trashed === null ? null : readDocument(trashed.file, Buffer.from(trashed.content).toString('utf8'));
  if (trashed === null || read?.ok !== true)
    return failed({ code: 'not-found', message: 'This document is not in the trash any more.' });
  try {
    const placed = await placeBack(state, trashed);
    if (!placed.ok) return notRestored(read.value.content.name, placed.failure);
    const revision = revisionOf(trashed.content);
    const document = { type: 'document', file: placed.value, revision, stored: read.value } as const;
    state.index.put(document);
    await removeFromTrash(state.dataFolder, trashed.key);
    await bringBackFilesOf(state, read.value.content);
    return succeeded(storedDocument(document));
  } catch (error) {
    return notRestored(read.value.content.name, systemErrorReason(error));
  }
}

function notRestored(name: string, reason: string): Outcome<StoredDocument, DocumentFailure> {
  return failed({ code: 'not-written', message: `“${name}” was not restored: ${reason}.` });
}

/** Writes the file again; gives its name, or the reason why that failed. */
async function placeBack(state: WorkspaceState, trashed: TrashEntry): Promise<Outcome<string, string>> {
  const { dir, name } = path.posix.parse(trashed.file);
  await ensureFolderInside(state.folder, dir);
  for (;;) {
    const file = `${dir}/${await freeFileName(path.join(state.folder, dir), name, '.json')}`;
    const written = await writeFileAtomically(path.join(state.folder, file), trashed.content, {
      isNew: true,
    });
    if (written.ok) return succeeded(file);
    // Somebody took the name in between: the next free one.
    if (written.failure.code !== 'exists') return failed(written.failure.reason);
  }
}
