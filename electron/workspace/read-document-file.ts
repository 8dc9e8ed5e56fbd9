import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { readDocument, type StoredFile } from '#shared/workspace/read-stored-file.ts';
import type { WorkspaceProblem } from '#shared/workspace/workspace-snapshot.ts';
import { readTextFile } from './read-text-file.ts';

/** A document with the file it is in. `revision` tells the file's content from any other. */
export interface DocumentFile {
  readonly type: 'document';
  readonly file: string;
  readonly revision: string;
  readonly stored: StoredFile<WorkspaceDocument>;
}

/** A file that should be a document and cannot be used; its content is left alone. */
export interface ProblemFile {
  readonly type: 'problem';
  readonly file: string;
  /** `null` where the file could not even be read. */
  readonly revision: string | null;
  readonly problem: WorkspaceProblem;
  /** Whether the content is broken beyond use, and no other program is about to mend it. */
  readonly isDamaged: boolean;
  /** Whether the system had no open file left to look at it with, so that nothing is known of it. */
  readonly isUnseen: boolean;
  /** The file that has the same document already, where that is the problem. */
  readonly duplicateOf?: string;
}

export interface MissingFile {
  readonly type: 'missing';
  readonly file: string;
}

/** Reads what is in a document's file now. */
export async function readDocumentFile(
  folder: string,
  file: string,
): Promise<DocumentFile | ProblemFile | MissingFile> {
  const content = await readTextFile(folder, file);
  if (!content.ok) {
    if (content.failure.code === 'missing') return { type: 'missing', file };
    const problem = problemFile(file, null, { code: 'unreadable', message: content.failure.message }, false);
    return { ...problem, isUnseen: content.failure.code === 'unseen' };
  }
  const { text, revision } = content.value;
  if (text === null) {
    const message = `${file} is damaged: it is not text in UTF-8.`;
    return problemFile(file, revision, { code: 'not-json', message }, true);
  }
  const read = readDocument(file, text);
  if (read.ok) return { type: 'document', file, revision, stored: read.value };
  const { code, isMergeConflict } = read.failure;
  return problemFile(file, revision, read.failure, code === 'not-json' && !isMergeConflict);
}

function problemFile(
  file: string,
  revision: string | null,
  { code, message }: Pick<WorkspaceProblem, 'code' | 'message'>,
  isDamaged: boolean,
): ProblemFile {
  const problem = { file, code, message, setAsideAs: null };
  return { type: 'problem', file, revision, problem, isDamaged, isUnseen: false };
}

/** Thrown where a file that nobody could look at is about to be decided about. */
export class FileUnseen extends Error {
  readonly code = 'EMFILE';
}
