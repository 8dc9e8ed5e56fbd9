import { useEffect, useMemo, useState, type DragEvent, type ReactNode } from 'react';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { isWithin, lastName, ownFoldersUpTo, type FolderedKind } from '#shared/workspace/folder-path.ts';
import { filteredTree, folderTree, type FolderTree } from '#shared/workspace/folder-tree.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import { documentRenamed } from '../../store/document-actions.ts';
import type { DocumentHead } from '../../store/documents-of.ts';
import { folderRenamed, isFolder, itemsMoved } from '../../store/library-actions.ts';
import { itemsRemovalWanted } from '../../store/library-removal.ts';
import { renamingEnded, renamingStarted, useRenaming } from '../../store/renaming-store.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { activeDocumentId, documentOpened, foldersFolded, useView } from '../../store/view-store.ts';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { EditableTree, type EditableTreeItem } from '../../ui/list/editable-tree.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { menuOfItems } from './item-menu.ts';
import styles from './library.module.css';

interface DocumentTreeProps {
  readonly kind: FolderedKind;
  readonly title: string;
  readonly documents: readonly DocumentHead[];
  /** What stands at the right end of a document's row. */
  readonly mark: (id: string) => ReactNode;
  /** Fills what a document carries while it is dragged elsewhere. */
  readonly onDragStart?: ((event: DragEvent, id: string) => void) | undefined;
  /** What can be done with a document besides what can be done with any. */
  readonly more?: ((id: string) => readonly MenuEntry[]) | undefined;
}

/** The documents of a kind in their folders, narrowed by what is typed above them. */
export function DocumentTree({ kind, title, documents, mark, onDragStart, more }: DocumentTreeProps) {
  const [filter, setFilter] = useState('');
  const folders = useDocuments((state) => state.folders);
  const folded = useView((state) => state.foldedFolders);
  const activeId = useView(activeDocumentId);
  const renamingId = useRenaming();
  const root = documentFolders[kind];
  const tree = useMemo(() => folderTree(kind, folders, documents), [kind, folders, documents]);
  const shown = useMemo(() => filteredTree(tree, filter), [tree, filter]);
  const placeOf = (item: string) =>
    isFolder(item) ? item : (documents.find(({ id }) => id === item)?.folder ?? root);

  useUnfoldedFor(documents, activeId);
  useUnfoldedFor(documents, renamingId);
  // A row that is being renamed has to be seen.
  if (filter !== '' && renamingId !== null && isHere(renamingId, root, documents) && !isIn(shown, renamingId))
    setFilter('');

  return (
    <>
      <SearchBox className={styles.filter} label={`Filter ${title}`} value={filter} onChange={setFilter} />
      <div className={styles.rows}>
        {shown.folders.length + shown.documents.length === 0 && (
          <p className={styles.none}>Nothing here is called that.</p>
        )}
        <EditableTree
          label={title}
          nodes={itemsOf(shown, kind, mark)}
          currentId={activeId}
          onOpen={documentOpened}
          isExpanded={(folder) => filter !== '' || !folded.includes(folder)}
          onToggle={(folder, expanded) => foldersFolded([folder], !expanded)}
          menu={(items, asked) => menuOfItems(kind, items, asked, more)}
          onRenameAsked={renamingStarted}
          onDelete={(items) => void itemsRemovalWanted(items)}
          renaming={
            renamingId === null
              ? undefined
              : {
                  id: renamingId,
                  onRename: (name) => {
                    renamingEnded();
                    if (isFolder(renamingId)) void folderRenamed(renamingId, name);
                    else documentRenamed(renamingId as DocumentId, name);
                  },
                  onCancel: renamingEnded,
                }
          }
          onDragStart={(event, items) => {
            const [only] = items;
            if (only !== undefined && items.length === 1 && !isFolder(only)) onDragStart?.(event, only);
          }}
          canMove={(items, folder) => canMove(items, folder ?? root, placeOf)}
          onMove={(items, folder) => void itemsMoved(items, folder ?? root)}
        />
      </div>
    </>
  );
}

function itemsOf(
  { documents, folders }: FolderTree,
  kind: FolderedKind,
  mark: (id: string) => ReactNode,
): readonly EditableTreeItem[] {
  return [
    ...folders.map((folder) => ({
      id: folder.path,
      label: folder.name,
      icon: 'folder' as const,
      isFolder: true,
      children: itemsOf(folder, kind, mark),
    })),
    ...documents.map(({ id, name }) => ({ id, label: name, icon: kind, meta: mark(id) })),
  ];
}

/** Nothing is moved to where it is, and no folder into itself. */
function canMove(items: readonly string[], folder: string, placeOf: (item: string) => string): boolean {
  const isAside = (item: string) => !isFolder(item) || !isWithin(folder, item);
  return items.every(isAside) && items.some((item) => containerOf(item, placeOf) !== folder);
}

const containerOf = (item: string, placeOf: (item: string) => string): string =>
  isFolder(item) ? item.slice(0, item.length - lastName(item).length - 1) : placeOf(item);

/** What comes into view elsewhere is shown here, too: the folders on the way to it unfold. */
function useUnfoldedFor(documents: readonly DocumentHead[], item: string | null): void {
  const document = documents.find(({ id }) => id === item);
  const around = document?.folder ?? (item !== null && isFolder(item) ? item : null);
  useEffect(() => {
    if (around === null) return;
    const isItself = item !== null && isFolder(item);
    foldersFolded(
      ownFoldersUpTo(around).filter((folder) => !isItself || folder !== item),
      false,
    );
  }, [item, around]);
}

function isHere(item: string, root: string, documents: readonly DocumentHead[]): boolean {
  return isFolder(item) ? isWithin(item, root) : documents.some(({ id }) => id === item);
}

function isIn({ documents, folders, path }: FolderTree, item: string): boolean {
  return path === item || documents.some(({ id }) => id === item) || folders.some((each) => isIn(each, item));
}
