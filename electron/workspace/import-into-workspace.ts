import { readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { ImportedDocument } from '#shared/bundle/imported-documents.ts';
import { withRenamedFiles } from '#shared/bundle/renamed-files.ts';
import { unreadHere } from '#shared/bundle/unread-here.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import type { StoredDocument } from '#shared/workspace/workspace-snapshot.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { storedDocument } from './document-index.ts';
import { revisionOf } from './files/revision.ts';
import { systemErrorReason } from './files/system-error.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';
import { freeFileName } from './free-file-name.ts';
import { ensureFolderInside, refuseLinkedFolder } from './inside-workspace.ts';
import { type DocumentFile, readDocumentFile } from './read-document-file.ts';
import { putIntoTrash } from './trash.ts';
import type { BroughtFile } from './withdrawn-files.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What an import puts into a workspace. */
export interface ImportWork {
  readonly documents: readonly ImportedDocument[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** What an import has put into a workspace. */
export interface ImportedParts {
  readonly documents: readonly StoredDocument[];
  /** The attachments that were not there before. */
  readonly brought: readonly BroughtFile[];
}

/** How what was done is undone where the rest cannot be done. */
type Undo = () => Promise<void>;

/**
 * Puts documents and files of a bundle into a workspace: all of them, or none. What is replaced goes into the trash first,
 * and a name that is taken is never written over.
 */
export async function importIntoWorkspace(
  state: WorkspaceState,
  { documents, files }: ImportWork,
): Promise<Outcome<ImportedParts, DocumentFailure>> {
  const unread = unreadHere(state.index.problems);
  if (unread !== null) return failed({ code: 'not-written', message: unread });
  const undo: Undo[] = [];
  try {
    const names = new Map<string, string>();
    const brought: BroughtFile[] = [];
    for (const file of files) {
      const { isNew, name } = await placeFile(state, file, undo);
      names.set(file.name, name);
      if (isNew) brought.push({ name, revision: revisionOf(file.bytes) });
    }
    const placed: DocumentFile[] = [];
    for (const document of documents.map((each) => ({
      ...each,
      stored: withRenamedFiles(each.stored, names),
    })))
      placed.push(await placeDocument(state, document, undo));
    for (const document of placed) state.index.put(document);
    return succeeded({ documents: placed.map(storedDocument), brought });
  } catch (error) {
    for (const back of undo.toReversed()) await back();
    const reason = error instanceof NotPlaced ? error.message : systemErrorReason(error);
    return failed({ code: 'not-written', message: `Nothing was imported: ${reason}.` });
  }
}

/** A part could not be written; `message` is the end of a sentence. */
class NotPlaced extends Error {}

/** Gives the name under which the bytes are in the workspace: as they are there already, or beside what is. */
async function placeFile(
  state: WorkspaceState,
  { bytes, name }: ImportWork['files'][number],
  undo: Undo[],
): Promise<{ readonly name: string; readonly isNew: boolean }> {
  await refuseLinkedFolder(state.folder, path.posix.dirname(name));
  const there = await readFile(path.join(state.folder, name)).catch(() => null);
  if (there?.equals(bytes) === true) return { name, isNew: false };
  return { name: await writeBeside(state, name, bytes, undo), isNew: true };
}

async function placeDocument(
  state: WorkspaceState,
  document: ImportedDocument,
  undo: Undo[],
): Promise<DocumentFile> {
  const { replaces, stored } = document;
  const text = writeDocument(stored.content, stored);
  const known = replaces === null ? null : state.index.byId(replaces);
  const file =
    known === null
      ? await writeBeside(state, document.file, Buffer.from(text), undo)
      : await writeOver(state, known, text, undo);
  return { type: 'document', file, revision: revisionOf(text), stored };
}

/** Writes a new file under its name or the next free one, and gives that. */
async function writeBeside(
  state: WorkspaceState,
  wanted: string,
  bytes: Uint8Array,
  undo: Undo[],
): Promise<string> {
  const { dir, ext, name } = path.posix.parse(wanted);
  await ensureFolderInside(state.folder, dir);
  for (;;) {
    const file = `${dir}/${await freeFileName(path.join(state.folder, dir), name, ext)}`;
    const target = path.join(state.folder, file);
    const written = await writeFileAtomically(target, bytes, { isNew: true });
    if (written.ok) {
      undo.push(() => unlink(target).catch(() => undefined));
      return file;
    }
    if (written.failure.code !== 'exists') throw new NotPlaced(`${file}: ${written.failure.reason}`);
  }
}

/** Writes over a document as it was known here; what another program made of it since stays. */
async function writeOver(
  state: WorkspaceState,
  known: DocumentFile,
  text: string,
  undo: Undo[],
): Promise<string> {
  const { file, revision, stored } = known;
  await refuseLinkedFolder(state.folder, path.posix.dirname(file));
  const target = path.join(state.folder, file);
  const before = await readFile(target);
  const { id } = stored.content;
  const reason = await putIntoTrash(state.dataFolder, { id, file, content: before }, state.ports.now());
  if (reason !== null) throw new NotPlaced(reason);
  const mayReplace = async () => {
    const now = await readDocumentFile(state.folder, file);
    return now.type === 'document' && now.revision === revision;
  };
  const written = await writeFileAtomically(target, text, { mayReplace });
  if (!written.ok && written.failure.code === 'changed')
    throw new NotPlaced(`another program changed ${file} in the meantime`);
  if (!written.ok) throw new NotPlaced(`${file}: ${written.failure.reason}`);
  undo.push(async () => {
    await writeFileAtomically(target, before);
  });
  return file;
}
