import type { ExternalChange } from '#shared/workspace/workspace-snapshot.ts';
import { type DocumentIndex, storedDocument } from './document-index.ts';
import {
  type DocumentFile,
  type MissingFile,
  type ProblemFile,
  readDocumentFile,
} from './read-document-file.ts';
import { duplicateProblem } from './read-workspace.ts';

/** One look at some files: what is known, and what turned out to be different. */
interface Look {
  readonly folder: string;
  readonly index: DocumentIndex;
  readonly changes: ExternalChange[];
  /** Documents whose file holds something else now, with that file; most turn up in another one. */
  readonly displaced: Map<string, string>;
}

/**
 * Looks at some files again, takes over what other programs made of them, and tells what that was.
 *
 * What we wrote ourselves is known by its revision and gives nothing. A document that turns up in another file was moved
 * and not removed. Nothing is set aside here: another program may be in the middle of writing, or a person in the middle
 * of a merge.
 *
 * @param files relative to the folder, with slashes; others may be looked at too
 */
export async function noticeChanges(
  folder: string,
  index: DocumentIndex,
  files: readonly string[],
): Promise<readonly ExternalChange[]> {
  const look: Look = { folder, index, changes: [], displaced: new Map() };
  const names = [...new Set(files)].sort();
  const found = await Promise.all(names.map((file) => readDocumentFile(folder, file)));
  for (const each of found) if (each.type === 'document') await noticeDocument(look, each);
  for (const each of found) if (each.type === 'problem') noticeProblem(look, each, idIn(look, each.file));
  for (const each of found) if (each.type === 'missing') noticeAbsence(look, each);
  const removed = removals(look);
  look.changes.push(...removed);
  // Where the first of two files with one id went away, the second is the document now.
  if (removed.length > 0) look.changes.push(...(await noticeChanges(folder, index, duplicatesIn(index))));
  return look.changes;
}

async function noticeDocument(look: Look, found: DocumentFile): Promise<void> {
  const { index, changes, displaced } = look;
  const { id } = found.stored.content;
  const known = index.byId(id);
  if (known !== null && (await isElsewhere(look.folder, known, found))) {
    noticeProblem(look, duplicateProblem(found, known.file), null);
    return;
  }
  if (isAsKnown(index, known, found)) return;
  const before = index.byFile(found.file);
  if (before !== null && before.stored.content.id !== id) displaced.set(before.stored.content.id, found.file);
  index.put(found);
  const isNew = known === null && !displaced.has(id);
  changes.push({ type: isNew ? 'added' : 'changed', stored: storedDocument(found) });
}

/** Whether a file that we know holds the document too, and still. */
async function isElsewhere(folder: string, known: DocumentFile, found: DocumentFile): Promise<boolean> {
  if (known.file === found.file) return false;
  const there = await readDocumentFile(folder, known.file);
  return there.type === 'document' && there.stored.content.id === known.stored.content.id;
}

function isAsKnown(index: DocumentIndex, known: DocumentFile | null, found: DocumentFile): boolean {
  const isSame = known !== null && known.file === found.file && known.revision === found.revision;
  // A file that was mended by taking a mistake back holds what it held, and whoever heard of the mistake must hear of it.
  return isSame && index.problemOf(found.file) === null;
}

function noticeProblem({ index, changes }: Look, { problem }: ProblemFile, id: string | null): void {
  const known = index.problemOf(problem.file);
  if (known?.code === problem.code && known.message === problem.message) return;
  index.putProblem(problem);
  changes.push({ type: 'damaged', id, problem });
}

function noticeAbsence(look: Look, { file }: MissingFile): void {
  look.index.removeProblem(file);
  const id = idIn(look, file);
  if (id === null) return;
  look.index.remove(id);
  look.displaced.set(id, file);
}

function idIn({ index }: Look, file: string): string | null {
  return index.byFile(file)?.stored.content.id ?? null;
}

function removals({ index, displaced }: Look): readonly ExternalChange[] {
  return [...displaced]
    .filter(([id]) => index.byId(id) === null)
    .map(([id, file]) => ({ type: 'removed', id, file }));
}

function duplicatesIn(index: DocumentIndex): readonly string[] {
  return index.problems.filter((problem) => problem.code === 'duplicate-id').map((problem) => problem.file);
}
