import { useMemo } from 'react';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { folderOf, isSameName, isWithin, lastName } from '#shared/workspace/folder-path.ts';
import { foldersInOrder, folderTree } from '#shared/workspace/folder-tree.ts';
import {
  folderMade,
  folderWords,
  isFolder,
  itemsMoved,
  nameOf,
  troubleWithFolder,
} from '../../store/library-actions.ts';
import { libraryQuestionClosed } from '../../store/library-dialogs.ts';
import { documentsStore } from '../../store/documents-store.ts';
import { useDocumentHeads, useDocuments } from '../../store/use-documents.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { useTypedPick } from '../../ui/list/use-typed-pick.ts';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import styles from './library.module.css';

interface MoveDialogProps {
  /** Ids of documents and paths of folders, all of one kind; `null` where nothing is asked. */
  readonly items: readonly string[] | null;
}

/** Asks which folder things go to: typing narrows the list, and a name that no folder has makes one. */
export function MoveDialog({ items }: MoveDialogProps) {
  const [first = ''] = items ?? [];
  const what = items?.length === 1 ? nameOf(first) : `${String(items?.length ?? 0)} items`;
  return (
    <Dialog
      open={items !== null}
      onClose={libraryQuestionClosed}
      title={`Move ${what} to`}
      description="Whatever refers to it goes on doing so."
      width="wide"
    >
      {items !== null && <FolderPick items={items} />}
    </Dialog>
  );
}

/** A place to move to; one that is new is made first. */
interface Choice {
  readonly folder: string;
  readonly isNew: boolean;
}

function FolderPick({ items }: { readonly items: readonly string[] }) {
  const pick = useTypedPick('move-folders');
  const kind = kindOf(items);
  const folders = useDocuments((state) => state.folders);
  const heads = useDocumentHeads(kind === 'flow' ? 'flowbench.flow' : 'flowbench.endpoint');
  const all = useMemo(() => {
    const inOrder = foldersInOrder(folderTree(kind, folders, heads));
    const isOpen = (folder: string) => items.every((item) => !isFolder(item) || !isWithin(folder, item));
    return [documentFolders[kind], ...inOrder].filter(isOpen);
  }, [kind, folders, heads, items]);
  const choices = choicesFor(pick.typed, all, documentFolders[kind]);
  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    libraryQuestionClosed();
    void movedTo(items, choice);
  };
  return (
    <div className={styles.pick}>
      <div className={styles.typed}>
        <Icon name="search" size={14} />
        <input
          {...pick.fieldOver(choices.length, (at) => choose(choices[at]))}
          autoFocus
          aria-label="Folder"
          placeholder="Folder, or the name of a new one"
          spellCheck={false}
        />
      </div>
      <div id="move-folders" role="listbox" aria-label="Folders" className={styles.choices}>
        {choices.length === 0 && <p className={styles.none}>No folder is called that, and none can be.</p>}
        {choices.map((choice, at) => (
          <div
            key={`${choice.folder} ${String(choice.isNew)}`}
            id={pick.rowId(at)}
            role="option"
            aria-selected={at === pick.pickedOf(choices.length)}
            className={classNames(styles.choice, at === pick.pickedOf(choices.length) && styles.picked)}
            onMouseMove={() => pick.setPicked(at)}
            onClick={() => choose(choice)}
          >
            <Icon name={choice.isNew ? 'plus' : 'folder'} size={14} />
            <span className={styles.choiceWord}>
              {choice.isNew ? `New folder ${lastName(choice.folder)}` : folderWords(choice.folder)}
            </span>
            {choice.folder === documentFolders[kind] && (
              <span className={styles.choiceMeta}>in no folder</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

async function movedTo(items: readonly string[], { folder, isNew }: Choice): Promise<void> {
  if (isNew && !(await folderMade(folder))) return;
  await itemsMoved(items, folder);
}

function kindOf([first = '']: readonly string[]): 'flow' | 'endpoint' {
  const place = isFolder(first) ? first : (documentsStore.getState().documents[first]?.document.format ?? '');
  return place.startsWith('endpoints') || place === 'flowbench.endpoint' ? 'endpoint' : 'flow';
}

/** The folders that what was typed fits, and the one that it would make. */
function choicesFor(typed: string, folders: readonly string[], root: string): readonly Choice[] {
  const wanted = typed.trim();
  const fits = folders.filter((folder) => folderWords(folder).toLowerCase().includes(wanted.toLowerCase()));
  const known = fits.map((folder) => ({ folder, isNew: false }));
  const made = `${root}/${wanted}`;
  const isThere = folders.some((folder) => folderOf(folder) === root && isSameName(lastName(folder), wanted));
  const canBe = wanted !== '' && !wanted.includes('/') && !isThere && troubleWithFolder(made) === null;
  return canBe ? [...known, { folder: made, isNew: true }] : known;
}
