import {
  type DocumentFile,
  type MissingFile,
  type ProblemFile,
  readDocumentFile,
} from './read-document-file.ts';

/** Files that are read at the same time: enough to keep the disk busy, few enough for every limit on open files. */
const readTogether = 32;

/**
 * Reads many files of documents, some at a time: a system that has no more open files to give refuses also those that it
 * would give one by one.
 *
 * @param files relative to the folder, with slashes
 * @returns what is in each of them, in their order
 */
export async function readDocumentFiles(
  folder: string,
  files: readonly string[],
): Promise<readonly (DocumentFile | ProblemFile | MissingFile)[]> {
  const read: (DocumentFile | ProblemFile | MissingFile)[] = [];
  for (let at = 0; at < files.length; at += readTogether) {
    const some = files.slice(at, at + readTogether).map((file) => readDocumentFile(folder, file));
    read.push(...(await Promise.all(some)));
  }
  return read;
}
