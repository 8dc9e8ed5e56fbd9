import type { Handlers } from '#shared/ipc/contract.ts';
import { succeeded } from '#shared/outcome/outcome.ts';
import type { Workbench } from '../../app/workbench.ts';
import { restoredWithSecrets } from './restored-with-secrets.ts';

type RecoveryHandlers = Pick<
  Handlers,
  | 'trash.list'
  | 'trash.read'
  | 'trash.restore'
  | 'trash.delete'
  | 'recovery.read'
  | 'recovery.note'
  | 'recovery.clear'
>;

/**
 * Handlers of `trash.*` and `recovery.*`. What comes back brings its secrets along, and what goes for good takes them.
 *
 * @param note takes a sentence for the log
 */
export function recoveryHandlers(workbench: Workbench, note: (sentence: string) => void): RecoveryHandlers {
  return {
    'trash.list': async () => ({
      documents: [...(await (await workbench.current()).workspace.trash.list())],
    }),
    'trash.read': async ({ key }) => {
      const read = await (await workbench.current()).workspace.trash.read(key);
      return read.ok ? succeeded({ text: read.value }) : read;
    },
    'trash.restore': async ({ key }) => {
      const current = await workbench.current();
      return restoredWithSecrets(current, await current.workspace.trash.restore(key), note);
    },
    'trash.delete': async ({ keys }) => {
      const { vault, workspace } = await workbench.current();
      const removed = await workspace.trash.remove(keys);
      if (!removed.ok) return removed;
      const { deleted, gone } = removed.value;
      for (const id of gone) await vault.purge(workspace.id, id);
      return succeeded({ deleted });
    },
    'recovery.read': async () => (await workbench.current()).recovery.read(),
    'recovery.note': async ({ note: noted, opening }) => {
      const current = await workbench.current();
      if (current.opening === opening) await current.recovery.note(noted);
      return null;
    },
    'recovery.clear': async ({ opening }) => {
      const current = await workbench.current();
      if (current.opening === opening) await current.recovery.clear();
      return null;
    },
  };
}
