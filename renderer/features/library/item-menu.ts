import type { DocumentId } from '#shared/workspace/document.ts';
import type { FolderedKind } from '#shared/workspace/folder-path.ts';
import { bundleExportAsked } from '../../store/bundle-export.ts';
import { documentWanted, duplicateWanted } from '../../store/document-actions.ts';
import { folderWanted, isFolder } from '../../store/library-actions.ts';
import { moveAsked } from '../../store/library-dialogs.ts';
import { documentsWithin, itemsRemovalWanted } from '../../store/library-removal.ts';
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
  if (items.length > 1) return forSome(kind, items);
  return isFolder(asked)
    ? forFolder(kind, asked)
    : forDocument(kind, asked as DocumentId, more?.(asked) ?? []);
}

function forSome(kind: FolderedKind, items: readonly string[]): readonly MenuEntry[] {
  const count = `${String(items.length)} items`;
  return [
    { kind: 'action', label: `Move ${count} to…`, icon: 'folder', onSelect: () => moveAsked(items) },
    ...exporting(kind, items),
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
    ...exporting(kind, [folder]),
    { kind: 'separator' },
    deletion([folder], 'Delete'),
  ];
}

function forDocument(kind: FolderedKind, id: DocumentId, more: readonly MenuEntry[]): readonly MenuEntry[] {
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
    ...exporting(kind, [id]),
    { kind: 'separator' },
    deletion([id], 'Delete'),
  ];
}

/** Flows go into a bundle, and those in a folder with it; of a folder without one there is nothing to export. */
function exporting(kind: FolderedKind, items: readonly string[]): readonly MenuEntry[] {
  const flows = items.flatMap((item) => (isFolder(item) ? documentsWithin(item) : [item]));
  if (kind !== 'flow' || flows.length === 0) return [];
  const label = 'Export as a bundle…';
  return [{ kind: 'action', label, icon: 'download', onSelect: () => void bundleExportAsked(flows) }];
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
