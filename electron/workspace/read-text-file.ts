import { constants, open } from 'node:fs/promises';
import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { revisionOf } from './files/revision.ts';
import { systemErrorCode, systemErrorReason } from './files/system-error.ts';
import { refuseLinkedFolder } from './inside-workspace.ts';

/** No document is as long; a file that is was not written by us, and reading it would only stop the window. */
const largestBytes = 64 * 1024 * 1024;

/** A file's text and what tells this content from another one. */
export interface TextFile {
  /** `null` where the bytes are not UTF-8: read as if they were, they would be lost with the next save. */
  readonly text: string | null;
  readonly revision: string;
}

/** Why there is no text: nothing there, something that is not ours to read, or too many files open to have a look. */
export interface TextFailure {
  readonly code: 'missing' | 'unreadable' | 'unseen';
  readonly message: string;
}

/**
 * Reads a file of a workspace as UTF-8.
 *
 * A symbolic link is not followed, neither the file nor a folder that it is in: a workspace may come from anybody, and
 * could point at somebody's private files.
 *
 * @param file relative to the folder, with slashes
 */
export async function readTextFile(folder: string, file: string): Promise<Outcome<TextFile, TextFailure>> {
  try {
    await refuseLinkedFolder(folder, path.posix.dirname(file));
    const handle = await open(path.join(folder, file), constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return unreadable(file, 'it is not a file');
      if (stats.size > largestBytes) return unreadable(file, 'it is larger than any document can be');
      const bytes = await handle.readFile();
      return succeeded({ text: utf8Text(bytes), revision: revisionOf(bytes) });
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(failureOf(file, error));
  }
}

function failureOf(file: string, error: unknown): TextFailure {
  switch (systemErrorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'missing', message: `${file} is not there.` };
    case 'EMFILE':
    case 'ENFILE':
      return { code: 'unseen', message: `${file} cannot be read: ${systemErrorReason(error)}.` };
    default:
      return { code: 'unreadable', message: `${file} cannot be read: ${systemErrorReason(error)}.` };
  }
}

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unreadable(file: string, reason: string) {
  return failed({ code: 'unreadable' as const, message: `${file} cannot be read: ${reason}.` });
}
