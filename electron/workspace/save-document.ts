import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { documentKind, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { isFolderFor } from '#shared/workspace/folder-path.ts';
import { readDocument, type StoredFile } from '#shared/workspace/read-stored-file.ts';
import type { SaveFailure } from '#shared/workspace/workspace-failure.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { newDocumentFile, renamedDocumentFile } from './document-file-name.ts';
import { storedDocument } from './document-index.ts';
import { revisionOf } from './files/revision.ts';
import { systemErrorReason } from './files/system-error.ts';
import { writeFileAtomically, type WriteFailure } from './files/write-file-atomically.ts';
import { type DocumentFile, FileUnseen, type ProblemFile, readDocumentFile } from './read-document-file.ts';
import { readTextFile } from './read-text-file.ts';
import { setAsideInside } from './set-aside-inside.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A document to save, and what its file held when it was read or saved last. */
export interface SaveInput {
  readonly document: WorkspaceDocument;
  /** `null` for a document that has no file yet. */
  readonly revision: string | null;
  /** Whether to save over a change of another program. */
  readonly overwrite: boolean;
  /** Where a document goes that has no file yet; without one into the folder for its kind. */
  readonly folder?: string | undefined;
}

/** Where a document is now. */
export interface SavedDocument {
  readonly file: string;
  readonly revision: string;
  /** ISO 8601 in UTC. */
  readonly savedAt: string;
}

/** What the document's file holds at this moment; `theirs` is `null` where it holds no document of this id. */
interface OnDisk {
  /** Where the document has a file: relative to the workspace. */
  readonly file: string | null;
  readonly revision: string | null;
  readonly theirs: DocumentFile | null;
  /** Why the file is no document, in words; `null` where it is one or there is none. */
  readonly trouble: string | null;
}

/** Other programs may get in between again and again; after some times somebody should look. */
const mostTries = 3;

/**
 * Saves a document over the revision it was read at, never over anything else: where the file holds something that
 * nobody here has seen, that is a conflict, unless `overwrite` says that somebody has.
 *
 * The file is renamed with the document. What is damaged beyond reading is set aside and not written over, also then.
 */
export async function saveDocument(
  state: WorkspaceState,
  input: SaveInput,
): Promise<Outcome<SavedDocument, SaveFailure>> {
  try {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const onDisk = await lookAtDisk(state, input.document);
      const before = onDisk.theirs ?? state.index.byId(input.document.id);
      const text = writeDocument(input.document, before?.stored ?? null);
      const isSame = onDisk.revision === revisionOf(text);
      if (!isSame && !input.overwrite && onDisk.revision !== input.revision) return conflict(input, onDisk);
      const saved = await write(state, input, text, onDisk);
      if (saved !== null) return saved;
    }
    return notWritten(input.document, 'another program keeps changing its file');
  } catch (error) {
    return notWritten(input.document, systemErrorReason(error));
  }
}

async function lookAtDisk(state: WorkspaceState, document: WorkspaceDocument): Promise<OnDisk> {
  const file = state.index.byId(document.id)?.file ?? null;
  if (file === null) return nothingThere;
  const found = await readDocumentFile(state.folder, file);
  if (found.type === 'missing') return nothingThere;
  if (found.type === 'problem') return unusable(found);
  // Another document took the file's place, so this one has none.
  if (found.stored.content.id !== document.id) return nothingThere;
  return { file, revision: found.revision, theirs: found, trouble: null };
}

function unusable({ file, isUnseen, problem, revision }: ProblemFile): OnDisk {
  // Nobody knows what is in it, so nothing may be decided about it.
  if (isUnseen) throw new FileUnseen();
  return { file, revision: revision ?? 'unreadable', theirs: null, trouble: problem.message };
}

const nothingThere: OnDisk = { file: null, revision: null, theirs: null, trouble: null };

function conflict(
  { document }: SaveInput,
  { file, theirs, trouble }: OnDisk,
): Outcome<SavedDocument, SaveFailure> {
  const code = 'conflict';
  if (theirs !== null) {
    const message = `Another program changed ${theirs.file}.`;
    return failed({ code, reason: 'changed', message, theirs: storedDocument(theirs) });
  }
  if (file !== null) return failed({ code, reason: 'damaged', message: trouble ?? '', theirs: null });
  const message = `Another program removed the file of “${document.name}”.`;
  return failed({ code, reason: 'removed', message, theirs: null });
}

function notWritten(document: WorkspaceDocument, reason: string): Outcome<SavedDocument, SaveFailure> {
  return failed({ code: 'not-written', message: `“${document.name}” was not saved: ${reason}.` });
}

/** Writes the text, or gives `null` where the disk changed in between and has to be looked at again. */
async function write(
  state: WorkspaceState,
  { document, folder }: SaveInput,
  text: string,
  onDisk: OnDisk,
): Promise<Outcome<SavedDocument, SaveFailure> | null> {
  if (!(await isOutOfTheWay(state, onDisk)))
    return notWritten(document, `${String(onDisk.file)} holds something else and cannot be set aside`);
  const { theirs } = onDisk;
  const before = state.index.byId(document.id);
  const place = before === null ? placeFor(document, folder) : path.posix.dirname(before.file);
  const file =
    theirs === null
      ? await newDocumentFile(state, document, place)
      : await renamedDocumentFile(state, document, theirs);
  const failure = await writeOver(path.join(state.folder, file), text, state, { ...onDisk, file });
  if (failure?.code === 'not-written') return notWritten(document, failure.reason);
  if (failure !== null) return null;
  const revision = revisionOf(text);
  state.index.put({ type: 'document', file, revision, stored: storedText(file, text) });
  return succeeded({ file, revision, savedAt: state.ports.now().toISOString() });
}

/** A folder that the document may lie in, or none. */
function placeFor(document: WorkspaceDocument, folder: string | undefined): string | undefined {
  const isFit = folder !== undefined && isFolderFor(documentKind(document), folder);
  return isFit ? folder : undefined;
}

/** What cannot be read as a document is never written over, whoever asks. */
async function isOutOfTheWay(state: WorkspaceState, { file, theirs }: OnDisk): Promise<boolean> {
  return file === null || theirs !== null || (await setAsideInside(state.folder, file)) !== null;
}

async function writeOver(
  target: string,
  text: string,
  state: WorkspaceState,
  { file, revision, theirs }: OnDisk & { readonly file: string },
): Promise<WriteFailure | null> {
  if (theirs !== null && revision === revisionOf(text)) return null;
  const mayReplace = async () => {
    const now = await readTextFile(state.folder, file);
    return now.ok && now.value.revision === revision;
  };
  const written = await writeFileAtomically(target, text, { isNew: theirs === null, mayReplace });
  return written.ok ? null : written.failure;
}

function storedText(file: string, text: string): StoredFile<WorkspaceDocument> {
  const read = readDocument(file, text);
  if (!read.ok) throw new Error(`A document was saved that cannot be read: ${read.failure.message}`);
  return read.value;
}
