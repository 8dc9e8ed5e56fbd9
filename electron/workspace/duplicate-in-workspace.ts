import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import { duplicateDocument } from '#shared/workspace/duplicate-document.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import type { StoredDocument } from '#shared/workspace/workspace-snapshot.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import path from 'node:path';
import { newDocumentFile } from './document-file-name.ts';
import { storedDocument } from './document-index.ts';
import { revisionOf } from './files/revision.ts';
import { systemErrorReason } from './files/system-error.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A copy that was saved, and for each secret of the original the slot that the copy has for it, for the vault to fill. */
export interface SavedCopy {
  readonly stored: StoredDocument;
  readonly slots: ReadonlyMap<SecretSlot, SecretSlot>;
}

/** Copies a document as the person knows it, under another name, into a file beside it. */
export async function duplicateInWorkspace(
  state: WorkspaceState,
  id: DocumentId,
  name: string,
): Promise<Outcome<SavedCopy, DocumentFailure>> {
  const source = state.index.accepted(id);
  if (source === null)
    return failed({ code: 'not-found', message: 'This document is not in the workspace any more.' });
  const copy = duplicateDocument(source.stored, name, state.ports.fillRandom);
  const text = writeDocument(copy.stored.content, copy.stored);
  try {
    for (;;) {
      const file = await newDocumentFile(state, copy.stored.content, path.posix.dirname(source.file));
      const written = await writeFileAtomically(path.join(state.folder, file), text, { isNew: true });
      if (!written.ok && written.failure.code === 'exists') continue;
      if (!written.ok) return notCopied(source.stored.content.name, written.failure.reason);
      const saved = { type: 'document', file, revision: revisionOf(text), stored: copy.stored } as const;
      state.index.put(saved);
      return succeeded({ stored: storedDocument(saved), slots: copy.slots });
    }
  } catch (error) {
    return notCopied(source.stored.content.name, systemErrorReason(error));
  }
}

function notCopied(name: string, reason: string): Outcome<SavedCopy, DocumentFailure> {
  return failed({ code: 'not-written', message: `“${name}” was not copied: ${reason}.` });
}
