import type { DocumentId } from '#shared/workspace/document.ts';
import { folderOf, folderTrouble, isWithin, lastName, movedWith } from '#shared/workspace/folder-path.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsStore, foldersChanged } from './documents-store.ts';
import { libraryStepTaken } from './library-steps.ts';
import { renamingStarted } from './renaming-store.ts';
import { toasts } from './toasts.ts';
import { foldedFolderMoved, foldersFolded } from './view-store.ts';

/** Makes a folder in another one, shows it, and makes its name a field. */
export async function folderWanted(parent: string): Promise<void> {
  const folder = freeFolder(parent, 'New folder');
  if (await folderMade(folder)) renamingStarted(folder);
}

/** Makes a folder; says whether that was done, and else why not. */
export async function folderMade(folder: string): Promise<boolean> {
  if (!(await made(folder))) return false;
  libraryStepTaken({
    undo: () => unmade(folder),
    redo: async () => {
      await made(folder);
    },
  });
  return true;
}

/** A folder in which something lies by now is not taken back. */
async function unmade(folder: string): Promise<void> {
  const { documents } = documentsStore.getState();
  if (Object.values(documents).some(({ file }) => isWithin(file, folder))) return;
  const outcome = await bridge.call['folder.remove']({ folder });
  if (outcome.ok) foldersChanged(outcome.value.folders);
}

async function made(folder: string): Promise<boolean> {
  const outcome = await bridge.call['folder.create']({ folder });
  if (!outcome.ok) {
    toasts.show({ title: 'No folder was made', body: outcome.failure.message, icon: 'warning' });
    return false;
  }
  foldersChanged(outcome.value.folders);
  foldersFolded([folderOf(folder)], false);
  return true;
}

/** Why a folder cannot have a path, in one sentence; `null` where it can. */
export function troubleWithFolder(folder: string, own?: string): string | null {
  return folderTrouble(folder, documentsStore.getState().folders, own);
}

/** Calls a folder otherwise. */
export async function folderRenamed(folder: string, name: string): Promise<void> {
  const to = `${folderOf(folder)}/${name.trim()}`;
  const trouble = troubleWithFolder(to, folder);
  if (trouble !== null) {
    toasts.show({ title: `${lastName(folder)} was not renamed`, body: trouble, icon: 'warning' });
    return;
  }
  if (to === folder || !(await folderMoved(folder, to))) return;
  libraryStepTaken({
    undo: async () => {
      await folderMoved(to, folder);
    },
    redo: async () => {
      await folderMoved(folder, to);
    },
  });
}

/** Something of the tree that moves, and the folders that it was and is in. */
interface Move {
  readonly kind: 'folder' | 'document';
  /** The name of a folder, the id of a document: these stay. */
  readonly item: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Moves documents and folders into a folder, as one step for undo. What lies there already stays, and what is in a folder
 * that is moved too goes with that.
 *
 * @param items ids of documents and paths of folders
 */
export async function itemsMoved(items: readonly string[], target: string): Promise<void> {
  const wanted = outermost(items).filter((item) => placeOf(item) !== target);
  const names = wanted.map(nameOf);
  const moves = await moved(wanted.map((item) => moveOf(item, target)));
  if (moves.length === 0) return;
  foldersFolded([target], false);
  const undo = libraryStepTaken({
    undo: async () => {
      await moved(moves.map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from })));
    },
    redo: async () => {
      await moved(moves);
    },
  });
  const what = moves.length === 1 ? (names[0] ?? '') : `${String(moves.length)} items`;
  toasts.show({
    title: `${what} moved to ${folderWords(target)}`,
    icon: 'folder',
    action: { label: 'Undo', onClick: undo },
  });
}

function moveOf(item: string, to: string): Move {
  const from = placeOf(item);
  return isFolder(item)
    ? { kind: 'folder', item: lastName(item), from, to }
    : { kind: 'document', item, from, to };
}

/** Does moves; gives those that could be done, and tells of the others. */
async function moved(moves: readonly Move[]): Promise<readonly Move[]> {
  const done: Move[] = [];
  for (const move of moves.filter(({ kind }) => kind === 'folder'))
    if (await folderMoved(`${move.from}/${move.item}`, `${move.to}/${move.item}`)) done.push(move);
  const documents = moves.filter(({ kind }) => kind === 'document');
  for (const folder of new Set(documents.map(({ to }) => to))) {
    const some = documents.filter(({ to }) => to === folder);
    const ids = await documentsMovedTo(
      folder,
      some.map(({ item }) => item as DocumentId),
    );
    done.push(...some.filter(({ item }) => ids.has(item)));
  }
  return done;
}

async function documentsMovedTo(folder: string, ids: DocumentId[]): Promise<ReadonlySet<string>> {
  const { documents, failures, folders } = await bridge.call['document.move']({ ids, folder });
  foldersChanged(folders, documents);
  if (failures.length > 0)
    toasts.show({ title: 'Not everything was moved', body: failures.join(' '), icon: 'warning' });
  return new Set(documents.map(({ id }) => id));
}

async function folderMoved(from: string, to: string): Promise<boolean> {
  const outcome = await bridge.call['folder.move']({ from, to });
  if (!outcome.ok) {
    toasts.show({ title: `${lastName(from)} was not moved`, body: outcome.failure.message, icon: 'warning' });
    return false;
  }
  foldedFolderMoved(from, to);
  foldersChanged(outcome.value.folders, outcome.value.documents);
  return true;
}

/** Whether an item of the tree is a folder: only these have paths. */
export function isFolder(item: string): boolean {
  return item.includes('/');
}

/** The items that are in no other one. */
export function outermost(items: readonly string[]): readonly string[] {
  const folders = items.filter(isFolder);
  return items.filter((item) => !folders.some((folder) => folder !== item && isWithin(pathOf(item), folder)));
}

const pathOf = (item: string): string =>
  isFolder(item) ? item : (documentsStore.getState().documents[item]?.file ?? '');

const placeOf = (item: string): string => folderOf(pathOf(item));

/** What an item of the tree is called. */
export function nameOf(item: string): string {
  return isFolder(item) ? lastName(item) : (documentsStore.getState().documents[item]?.document.name ?? '');
}

const tops: Readonly<Record<string, string>> = { flows: 'Flows', endpoints: 'API Endpoints' };

/** A folder as a sentence calls it. */
export function folderWords(folder: string): string {
  return (
    tops[folder] ??
    movedWith(folder, folder.split('/')[0] ?? '', '')
      .slice(1)
      .replaceAll('/', ' / ')
  );
}

function freeFolder(parent: string, name: string): string {
  let folder = `${parent}/${name}`;
  for (let count = 2; troubleWithFolder(folder) !== null && count < 1000; count += 1)
    folder = `${parent}/${name} ${String(count)}`;
  return folder;
}
