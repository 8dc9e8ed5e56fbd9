import path from 'node:path';
import type { ExternalChange, WorkspaceProblem } from '#shared/workspace/workspace-snapshot.ts';
import { type DocumentIndex, storedDocument } from './document-index.ts';
import { isThere } from './files/move-file.ts';
import { listDocumentFiles } from './list-document-files.ts';
import {
  type DocumentFile,
  type MissingFile,
  type ProblemFile,
  readDocumentFile,
} from './read-document-file.ts';
import { readDocumentFiles } from './read-document-files.ts';
import { duplicateProblem } from './read-workspace.ts';

type Found = DocumentFile | ProblemFile | MissingFile;

/** One look at some files: what is known, and what turned out to be different. */
interface Look {
  readonly folder: string;
  readonly index: DocumentIndex;
  readonly changes: ExternalChange[];
  /** Documents whose file holds something else now, as they were known; most turn up in another one. */
  readonly displaced: Map<string, DocumentFile>;
}

/** Hears of each document whose file is gone, as it was known last. */
export type OnDocumentGone = (document: DocumentFile) => void;

/**
 * Looks at some files again, takes over what other programs made of them, and tells what that was. A document that differs
 * from the one that the person knows is offered and not accepted (`DocumentIndex`).
 *
 * What we wrote ourselves is known by its revision and gives nothing. A document that turns up in another file was moved
 * and not removed. Nothing is set aside here: another program may be in the middle of writing, or a person in the middle
 * of a merge.
 *
 * @param files relative to the folder, with slashes; others may be looked at too
 * @param onGone hears of documents that are nowhere any more
 */
export async function noticeChanges(
  folder: string,
  index: DocumentIndex,
  files: readonly string[],
  onGone: OnDocumentGone = () => undefined,
): Promise<readonly ExternalChange[]> {
  const look: Look = { folder, index, changes: [], displaced: new Map() };
  const touched = await readDocumentFiles(folder, [...new Set(files)].sort());
  const found = [...touched, ...(await movedUnheard(look, touched))];
  for (const each of found) if (each.type === 'document') await noticeDocument(look, each);
  for (const each of found) if (each.type === 'problem') noticeProblem(look, each, idIn(look, each.file));
  for (const each of found) if (each.type === 'missing') await noticeAbsence(look, each);
  const removed = removals(look, onGone);
  look.changes.push(...removed);
  // Where the first of two files with one id went away, the second is the document now.
  if (removed.length > 0)
    look.changes.push(...(await noticeChanges(folder, index, duplicatesIn(index), onGone)));
  return look.changes;
}

/** Takes over which folders cannot be looked into now, and tells what is different about them. */
export function noticeFolders(
  index: DocumentIndex,
  problems: readonly WorkspaceProblem[],
): readonly ExternalChange[] {
  const known = index.problems.filter(({ code }) => code === 'folder-unreadable');
  const settled = known.filter(({ file }) => problems.every((problem) => problem.file !== file));
  const told = problems.filter((problem) => index.problemOf(problem.file)?.message !== problem.message);
  for (const { file } of settled) index.removeProblem(file);
  for (const problem of told) index.putProblem(problem);
  return [
    ...settled.map(({ file }) => ({ type: 'settled', file }) as const),
    ...told.map((problem) => ({ type: 'damaged', id: null, problem }) as const),
  ];
}

/** The documents of files that went away where they lie now, if nobody has told of that yet: news come in any order. */
async function movedUnheard(look: Look, touched: readonly Found[]): Promise<readonly DocumentFile[]> {
  const { folder, index } = look;
  const gone = new Set(
    touched.flatMap((each) => (each.type === 'problem' ? [] : (idIn(look, each.file) ?? []))),
  );
  for (const each of touched) if (each.type === 'document') gone.delete(each.stored.content.id);
  if (gone.size === 0) return [];
  const heardOf = new Set(touched.map(({ file }) => file));
  const { files } = await listDocumentFiles(folder);
  const unheardOf = files.filter((file) => !heardOf.has(file) && !isKnown(index, file));
  const read = await readDocumentFiles(folder, unheardOf);
  return read.filter((each) => each.type === 'document').filter(({ stored }) => gone.has(stored.content.id));
}

function isKnown(index: DocumentIndex, file: string): boolean {
  return index.byFile(file) !== null || index.problemOf(file) !== null;
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
  if (before !== null && before.stored.content.id !== id) displaced.set(before.stored.content.id, before);
  const isNew = known === null && !displaced.has(id);
  takeIn(index, found, isNew);
  changes.push({ type: isNew ? 'added' : 'changed', stored: storedDocument(found) });
}

function takeIn(index: DocumentIndex, found: DocumentFile, isNew: boolean): void {
  const accepted = index.accepted(found.stored.content.id);
  // What nobody has seen yet is nobody's to decide about, and a file that was only moved holds what it held.
  if (isNew || accepted?.revision === found.revision) index.put(found);
  else index.offer(found);
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

function noticeProblem(
  { index, changes }: Look,
  { problem, isUnseen }: ProblemFile,
  id: string | null,
): void {
  if (isUnseen) return;
  const known = index.problemOf(problem.file);
  if (known?.code === problem.code && known.message === problem.message) return;
  index.putProblem(problem);
  changes.push({ type: 'damaged', id, problem });
}

async function noticeAbsence(look: Look, { file }: MissingFile): Promise<void> {
  const { changes, displaced, folder, index } = look;
  const problem = index.problemOf(file);
  if (problem !== null && !(await isStillAside(folder, problem))) {
    index.removeProblem(file);
    changes.push({ type: 'settled', file });
  }
  const known = index.byFile(file);
  if (known === null) return;
  const { id } = known.stored.content;
  index.remove(id);
  displaced.set(id, known);
}

/** A file that was set aside is gone under its own name, and is a problem until somebody deals with what it is now. */
async function isStillAside(folder: string, { setAsideAs }: WorkspaceProblem): Promise<boolean> {
  return setAsideAs !== null && (await isThere(path.join(folder, setAsideAs)));
}

function idIn({ index }: Look, file: string): string | null {
  return index.byFile(file)?.stored.content.id ?? null;
}

function removals({ index, displaced }: Look, onGone: OnDocumentGone): readonly ExternalChange[] {
  const gone = [...displaced].filter(([id]) => index.byId(id) === null);
  for (const [, known] of gone) onGone(known);
  return gone.map(([id, { file }]) => ({ type: 'removed', id, file }));
}

function duplicatesIn(index: DocumentIndex): readonly string[] {
  return index.problems.filter((problem) => problem.code === 'duplicate-id').map((problem) => problem.file);
}
