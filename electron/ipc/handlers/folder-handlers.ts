import type { Handlers } from '#shared/ipc/contract.ts';
import { succeeded } from '#shared/outcome/outcome.ts';
import type { Workbench } from '../../app/workbench.ts';

type FolderHandlers = Pick<Handlers, 'folder.create' | 'folder.move' | 'folder.remove' | 'document.move'>;

/**
 * Handlers of folders and of what lies in them. Secrets belong to documents by id, so that they stay where a document moves,
 * and go into the trash with it.
 *
 * @param note takes a sentence for the log
 */
export function folderHandlers(workbench: Workbench, note: (sentence: string) => void): FolderHandlers {
  return {
    'folder.create': async ({ folder }) => {
      const made = await (await workbench.current()).workspace.makeFolder(folder);
      return made.ok ? succeeded({ folders: [...made.value] }) : made;
    },
    'folder.move': async ({ from, to }) => {
      const moved = await (await workbench.current()).workspace.moveFolder(from, to);
      if (!moved.ok) return moved;
      return succeeded({ documents: [...moved.value.documents], folders: [...moved.value.folders] });
    },
    'folder.remove': async ({ folder }) => {
      const { workspace, vault } = await workbench.current();
      const outcome = await workspace.removeFolder(folder);
      if (!outcome.ok) return outcome;
      const { removed, folders, left } = outcome.value;
      for (const id of removed) {
        const trashed = await vault.trash(workspace.id, id);
        if (!trashed.ok) note(`Secrets did not go along with their document: ${trashed.failure.message}`);
      }
      return succeeded({ removed: [...removed], folders: [...folders], left });
    },
    'document.move': async ({ ids, folder }) => {
      const { workspace } = await workbench.current();
      const { documents, folders, failures } = await workspace.moveDocuments(ids, folder);
      return { documents: [...documents], folders: [...folders], failures: [...failures] };
    },
  };
}
