import { realpath, stat } from 'node:fs/promises';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { readWorkspaceFile } from '#shared/workspace/read-stored-file.ts';
import type { WorkspaceFile } from '#shared/workspace/workspace-file.ts';
import type { OpenFailure } from '#shared/workspace/workspace-failure.ts';
import type { WorkspaceProblem } from '#shared/workspace/workspace-snapshot.ts';
import { systemErrorCode, systemErrorReason } from './files/system-error.ts';
import { listDocumentFiles } from './list-document-files.ts';
import type { DocumentFile, MissingFile, ProblemFile } from './read-document-file.ts';
import { readDocumentFiles } from './read-document-files.ts';
import { readTextFile } from './read-text-file.ts';

/** The file that makes a folder a workspace. */
export const workspaceFileName = 'flowbench.json';

/** A workspace as it lies on the disk. */
export interface WorkspaceContent {
  /** The real path, without symbolic links. */
  readonly folder: string;
  readonly file: WorkspaceFile;
  /** In the order of their file names; no two have the same id. */
  readonly documents: readonly DocumentFile[];
  readonly problemFiles: readonly ProblemFile[];
  /** Problems that belong to no single file. */
  readonly problems: readonly WorkspaceProblem[];
  readonly documentFolders: readonly string[];
}

/**
 * Reads a workspace and changes nothing: what cannot be loaded is named, and the rest opens. The command line reads a
 * workspace like this; the app opens it (`openWorkspace`), which also sets damaged files aside and watches.
 */
export async function readWorkspace(folder: string): Promise<Outcome<WorkspaceContent, OpenFailure>> {
  const found = await realFolder(folder);
  if (!found.ok) return found;
  const file = await readRoot(found.value);
  if (!file.ok) return file;
  const listing = await listDocumentFiles(found.value);
  const read = await readDocumentFiles(found.value, listing.files);
  return succeeded({
    folder: found.value,
    file: file.value,
    ...parted(read),
    problems: listing.problems,
    documentFolders: listing.folders,
  });
}

async function realFolder(folder: string): Promise<Outcome<string, OpenFailure>> {
  try {
    const real = await realpath(folder);
    if ((await stat(real)).isDirectory()) return succeeded(real);
    return failed({ code: 'not-a-workspace', message: `${folder} is a file. Choose the folder it is in.` });
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT')
      return failed({ code: 'not-found', message: `The folder ${folder} is not there.` });
    return failed({ code: 'unreadable', message: `${folder} cannot be read: ${systemErrorReason(error)}.` });
  }
}

async function readRoot(folder: string): Promise<Outcome<WorkspaceFile, OpenFailure>> {
  const text = await readTextFile(folder, workspaceFileName);
  if (!text.ok && text.failure.code === 'missing') {
    const message = `${folder} is not a workspace: it holds no ${workspaceFileName}. Create a workspace there, or choose another folder.`;
    return failed({ code: 'not-a-workspace', message });
  }
  if (!text.ok) return failed({ code: 'unreadable', message: text.failure.message });
  if (text.value.text === null)
    return failed({ code: 'damaged', message: `${folder}: ${workspaceFileName} is not text in UTF-8.` });
  const read = readWorkspaceFile(workspaceFileName, text.value.text);
  if (read.ok) return succeeded(read.value.content);
  const code = read.failure.code === 'newer-version' ? 'newer-version' : 'damaged';
  return failed({ code, message: `${folder}: ${read.failure.message}` });
}

function parted(read: readonly (DocumentFile | ProblemFile | MissingFile)[]) {
  const documents = new Map<string, DocumentFile>();
  const problemFiles: ProblemFile[] = [];
  for (const each of read) {
    // What went away between listing and reading is simply not there.
    if (each.type === 'missing') continue;
    const same = each.type === 'document' ? documents.get(each.stored.content.id) : undefined;
    if (each.type === 'problem') problemFiles.push(each);
    else if (same === undefined) documents.set(each.stored.content.id, each);
    else problemFiles.push(duplicateProblem(each, same.file));
  }
  return { documents: [...documents.values()], problemFiles };
}

/** A second file with the id of another: a copy made by hand, or a merge that kept both. */
export function duplicateProblem(document: DocumentFile, first: string): ProblemFile {
  const { file, revision } = document;
  const message = `${file} has the same id as ${first} and was not loaded. Remove one of the two, or give it an id of its own.`;
  const problem = { file, code: 'duplicate-id' as const, message, setAsideAs: null };
  return { type: 'problem', file, revision, problem, isDamaged: false, isUnseen: false, duplicateOf: first };
}
