import { type FolderTree, filteredTree, folderTree } from '#shared/workspace/folder-tree.ts';
import type { DocumentHead } from '../../store/documents-of.ts';
import type { TreeItem } from '../../ui/list/tree-rows.ts';

/** The flows of the workspace in their folders, to choose from; a filter leaves those whose names have it in them. */
export function flowChoice(
  folders: readonly string[],
  flows: readonly DocumentHead[],
  filter: string,
): readonly TreeItem[] {
  return itemsOf(filteredTree(folderTree('flow', folders, flows), filter));
}

/** A folder without a flow has nothing to choose. */
function itemsOf({ documents, folders }: FolderTree): readonly TreeItem[] {
  const inFolders = folders.map((folder): TreeItem => ({
    id: folder.path,
    label: folder.name,
    icon: 'folder',
    children: itemsOf(folder),
  }));
  const flows = documents.map(({ id, name }): TreeItem => ({ id, label: name, icon: 'flow' }));
  return [...inFolders.filter(({ children }) => children?.length !== 0), ...flows];
}
