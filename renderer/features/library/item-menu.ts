import type { DocumentId } from '#shared/workspace/document.ts';
import type { FolderedKind } from '#shared/workspace/folder-path.ts';
import { documentWanted, duplicateWanted } from '../../store/document-actions.ts';
import { folderWanted, isFolder } from '../../store/library-actions.ts';
import { moveAsked } from '../../store/library-dialogs.ts';
import { itemsRemovalWanted } from '../../store/library-removal.ts';
import { newEndpointAsked } from '../../store/new-endpoint-store.ts';
import { renamingStarted } from '../../store/renaming-store.ts';
import { documentOpened, documentOpenedBeside } from '../../store/view-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';

const newHere = { flow: 'New flow here', endpoint: 'New API endpoint here' } as const;

/** What can be done with rows of the side bar: with one that was asked, or with all that were chosen. */
export function menuOfItems(
  kind: FolderedKind,
  items: readonly string[],
  asked: string,
  more: ((id: string) => readonly MenuEntry[]) | undefined,
): readonly MenuEntry[] {
  if (items.length > 1) return forSome(items);
  return isFolder(asked) ? forFolder(kind, asked) : forDocument(asked as DocumentId, more?.(asked) ?? []);
}

function forSome(items: readonly string[]): readonly MenuEntry[] {
  const count = `${String(items.length)} items`;
  return [
    { kind: 'action', label: `Move ${count} to…`, icon: 'folder', onSelect: () => moveAsked(items) },
    { kind: 'separator' },
    deletion(items, `Delete ${count}`),
  ];
}

function forFolder(kind: FolderedKind, folder: string): readonly MenuEntry[] {
  const wanted = () =>
    kind === 'flow' ? void documentWanted('flow', folder) : newEndpointAsked(null, folder);
  return [
    { kind: 'action', label: newHere[kind], icon: 'plus', onSelect: wanted },
    { kind: 'action', label: 'New folder here', icon: 'folder', onSelect: () => void folderWanted(folder) },
    { kind: 'separator' },
    renaming(folder),
    { kind: 'action', label: 'Move to…', icon: 'folder-open', onSelect: () => moveAsked([folder]) },
    { kind: 'separator' },
    deletion([folder], 'Delete'),
  ];
}

function forDocument(id: DocumentId, more: readonly MenuEntry[]): readonly MenuEntry[] {
  return [
    { kind: 'action', label: 'Open', icon: 'external', onSelect: () => documentOpened(id) },
    {
      kind: 'action',
      label: 'Open to the side',
      icon: 'panel-right',
      onSelect: () => documentOpenedBeside(id),
    },
    ...more,
    renaming(id),
    { kind: 'action', label: 'Duplicate', icon: 'duplicate', onSelect: () => void duplicateWanted(id) },
    { kind: 'action', label: 'Move to…', icon: 'folder-open', onSelect: () => moveAsked([id]) },
    { kind: 'separator' },
    deletion([id], 'Delete'),
  ];
}

const renaming = (item: string): MenuEntry => ({
  kind: 'action',
  label: 'Rename',
  icon: 'rename',
  keys: 'F2',
  onSelect: () => renamingStarted(item),
});

const deletion = (items: readonly string[], label: string): MenuEntry => ({
  kind: 'action',
  label,
  icon: 'trash',
  keys: 'Delete',
  danger: true,
  onSelect: () => void itemsRemovalWanted(items),
});
