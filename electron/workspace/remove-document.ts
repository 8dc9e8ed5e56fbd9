import { readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { syncFolder } from './files/sync-folder.ts';
import { systemErrorReason } from './files/system-error.ts';
import { refuseLinkedFolder } from './inside-workspace.ts';
import { type DocumentFile, FileUnseen, readDocumentFile } from './read-document-file.ts';
import { putIntoTrash } from './trash.ts';
import type { WorkspaceState } from './workspace-state.ts';

/**
 * Moves a document into the trash, as its file is now, also where another program has just changed it. Where the file is
 * damaged or holds another document it stays, and the trash gets the document as it was known here.
 */
export async function removeDocument(
  state: WorkspaceState,
  id: DocumentId,
): Promise<Outcome<null, DocumentFailure>> {
  const known = state.index.byId(id);
  if (known === null)
    return failed({ code: 'not-found', message: 'This document is not in the workspace any more.' });
  try {
    const reason = await moveToTrash(state, known);
    if (reason !== null) return notRemoved(known, reason);
    state.index.remove(id);
    return succeeded(null);
  } catch (error) {
    return notRemoved(known, systemErrorReason(error));
  }
}

function notRemoved({ stored }: DocumentFile, reason: string): Outcome<null, DocumentFailure> {
  return failed({ code: 'not-written', message: `“${stored.content.name}” was not removed: ${reason}.` });
}

async function moveToTrash(state: WorkspaceState, known: DocumentFile): Promise<string | null> {
  const { id } = known.stored.content;
  const target = path.join(state.folder, known.file);
  const found = await readDocumentFile(state.folder, known.file);
  if (found.type === 'problem' && found.isUnseen) throw new FileUnseen();
  const isOurs = found.type === 'document' && found.stored.content.id === id;
  const content = isOurs
    ? await readFile(target)
    : Buffer.from(writeDocument(known.stored.content, known.stored));
  const reason = await putIntoTrash(state.dataFolder, { id, file: known.file, content }, state.ports.now());
  if (reason !== null || !isOurs) return reason;
  await refuseLinkedFolder(state.folder, path.posix.dirname(known.file));
  await unlink(target);
  await syncFolder(path.dirname(target));
  return null;
}
