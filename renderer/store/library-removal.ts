import type { DocumentId } from '#shared/workspace/document.ts';
import { folderOf, isWithin, ownFoldersUpTo } from '#shared/workspace/folder-path.ts';
import { scenarioSentence } from '#shared/scenario/scenario-uses.ts';
import { bridge } from '../bridge/bridge.ts';
import { savedNow } from './autosave.ts';
import { documentsOf } from './documents-of.ts';
import { documentRestored, isThere } from './document-removal.ts';
import { documentRemoved, documentsStore, foldersChanged } from './documents-store.ts';
import { folderDeletionAsked } from './library-dialogs.ts';
import { isFolder, nameOf, outermost } from './library-actions.ts';
import { libraryStepTaken } from './library-steps.ts';
import { toasts } from './toasts.ts';
import {
  activeDocumentId,
  activeOwnerId,
  documentOpened,
  documentWithdrawn,
  tabOpened,
  viewStore,
} from './view-store.ts';

/** What went into the trash together, and what it takes to have it back. */
interface Removal {
  readonly ids: readonly DocumentId[];
  readonly folders: readonly string[];
  /** Documents that were open in a tab. */
  readonly open: ReadonlySet<string>;
  /** The document that was in view, if it was one of them, and what came into view in its place. */
  readonly inView: DocumentId | null;
  readonly shownSince: string | null;
}

/** Deletes items of the tree; where folders take documents along, asks once before. */
export async function itemsRemovalWanted(items: readonly string[]): Promise<void> {
  const wanted = outermost(items);
  if (wanted.some((item) => isFolder(item) && documentsWithin(item).length > 0)) folderDeletionAsked(wanted);
  else await itemsRemoved(wanted);
}

/** The ids of the documents in a folder and in those in it. */
export function documentsWithin(folder: string): readonly string[] {
  const { documents } = documentsStore.getState();
  return Object.keys(documents).filter((id) => isWithin(documents[id]?.file ?? '', folder));
}

/** Deletes items of the tree as one step for undo: documents go into the trash, folders with them. */
export async function itemsRemoved(items: readonly string[]): Promise<void> {
  await savedNow();
  const names = items.map(nameOf);
  let removal = await removed(items);
  const { folders, ids } = removal;
  if (ids.length === 0 && folders.length === 0) return;
  const removedAgain = async () => {
    removal = await removed(items);
  };
  const undo = libraryStepTaken({
    undo: () => broughtBack(removal),
    // What came into a folder since goes with it only if that is wanted.
    redo: () =>
      items.filter(isFolder).flatMap(documentsWithin).some(isNoneOf(ids))
        ? folderDeletionAsked(items)
        : removedAgain(),
    isSettled: () => removal.ids.every(isThere) && foldersToMake(removal.folders).length === 0,
  });
  const [name] = names;
  toasts.show({
    title: `${names.length === 1 ? (name ?? '') : `${String(names.length)} items`} deleted`,
    body: [inTrash(items, ids.length), consequenceOf(ids)].filter((each) => each !== null).join(' '),
    icon: 'trash',
    action: { label: 'Undo', onClick: undo },
  });
}

const isNoneOf = (ids: readonly string[]) => (id: string) => !ids.includes(id);

/** What becomes of scenarios, by what is left. */
function consequenceOf(ids: readonly DocumentId[]): string | null {
  const { documents } = documentsStore.getState();
  return scenarioSentence(documentsOf(documents, 'flowbench.scenario'), new Set(ids));
}

function inTrash(items: readonly string[], count: number): string {
  if (count === 0) return 'There was no document in it.';
  if (!items.some(isFolder)) return `${count === 1 ? 'It stays' : 'They stay'} in the trash for 30 days.`;
  const what = count === 1 ? '1 document stays' : `${String(count)} documents stay`;
  return `${what} in the trash for 30 days.`;
}

async function removed(items: readonly string[]): Promise<Removal> {
  const openTabs = viewStore.getState().tabs.flatMap((tab) => (tab.type === 'document' ? [tab.id] : []));
  const shown = activeDocumentId(viewStore.getState());
  const before = documentsStore.getState().folders;
  const ids: DocumentId[] = [];
  const troubles: string[] = [];
  for (const item of items) {
    const outcome = isFolder(item) ? await folderRemoved(item) : await documentTrashed(item as DocumentId);
    ids.push(...outcome.ids);
    if (outcome.trouble !== null) troubles.push(outcome.trouble);
  }
  for (const id of ids) {
    documentRemoved(id);
    documentWithdrawn(id);
  }
  if (troubles.length > 0)
    toasts.show({ title: 'Not everything was deleted', body: troubles.join(' '), icon: 'warning' });
  const { folders } = documentsStore.getState();
  return {
    ids,
    folders: before.filter((folder) => !folders.includes(folder)),
    open: new Set(openTabs.filter((id) => (ids as readonly string[]).includes(id))),
    inView: ids.find((id) => id === shown) ?? null,
    shownSince: activeOwnerId(viewStore.getState()),
  };
}

interface Trashed {
  readonly ids: readonly DocumentId[];
  readonly trouble: string | null;
}

async function folderRemoved(folder: string): Promise<Trashed> {
  const outcome = await bridge.call['folder.remove']({ folder });
  if (!outcome.ok) return { ids: [], trouble: outcome.failure.message };
  foldersChanged(outcome.value.folders);
  return { ids: outcome.value.removed, trouble: outcome.value.left };
}

async function documentTrashed(id: DocumentId): Promise<Trashed> {
  const outcome = await bridge.call['document.remove']({ id });
  return outcome.ok ? { ids: [id], trouble: null } : { ids: [], trouble: outcome.failure.message };
}

async function broughtBack({ folders, ids, inView, open, shownSince }: Removal): Promise<void> {
  const { activeTab, tabs } = viewStore.getState();
  const shown = tabs[activeTab];
  const hasStayed = activeOwnerId(viewStore.getState()) === shownSince;
  const troubles = [...(await documentsRestored(ids, open))];
  // Whoever went elsewhere in the meantime stays there.
  if (hasStayed && inView !== null) documentOpened(inView);
  else if (shown !== undefined) tabOpened(shown);
  troubles.push(...(await foldersRestored(folders)));
  if (troubles.length > 0)
    toasts.show({ title: 'Not everything came back', body: troubles.join(' '), icon: 'warning' });
}

/** Says what did not come back; tabs of what was open are there again. */
async function documentsRestored(
  ids: readonly DocumentId[],
  open: ReadonlySet<string>,
): Promise<readonly string[]> {
  const troubles: string[] = [];
  // What came back in another way is not taken from its file a second time.
  for (const id of ids.filter((each) => !isThere(each))) {
    const trouble = await documentRestored(id);
    if (trouble !== null) troubles.push(trouble);
    else if (open.has(id)) documentOpened(id);
  }
  return troubles;
}

/** Those that did not come back with a document. */
function foldersToMake(folders: readonly string[]): readonly string[] {
  const { documents, folders: known } = documentsStore.getState();
  const files = Object.values(documents).map(({ file }) => file);
  const held = new Set([...known, ...files.flatMap((file) => ownFoldersUpTo(folderOf(file)))]);
  return folders.filter((each) => !held.has(each));
}

async function foldersRestored(folders: readonly string[]): Promise<readonly string[]> {
  const troubles: string[] = [];
  for (const folder of foldersToMake(folders)) {
    const outcome = await bridge.call['folder.create']({ folder });
    if (outcome.ok) foldersChanged(outcome.value.folders);
    else troubles.push(outcome.failure.message);
  }
  return troubles;
}
