import type { Handlers } from '#shared/ipc/contract.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import type { SaveFailure } from '#shared/workspace/workspace-failure.ts';
import type { Workbench } from '../../app/workbench.ts';
import { restoredWithSecrets } from './restored-with-secrets.ts';

type DocumentHandlers = Pick<
  Handlers,
  'document.save' | 'document.accept' | 'document.remove' | 'document.restore' | 'document.duplicate'
>;

/**
 * Handlers of `document.*`. Where a document goes its secrets go along: into the trash and back, and into a
 * copy; the cookies of an environment go into the trash and back. Secrets
 * that stay behind are no failure of the document: its form shows each of them as missing.
 *
 * @param note takes a sentence for the log
 */
export function documentHandlers(workbench: Workbench, note: (sentence: string) => void): DocumentHandlers {
  const withSecrets = async (moving: Promise<Outcome<null, VaultFailure>>): Promise<void> => {
    const moved = await moving;
    if (!moved.ok) note(`Secrets did not go along with their document: ${moved.failure.message}`);
  };
  return {
    'document.save': async ({ opening, ...input }) => {
      const current = await workbench.current();
      return current.opening === opening ? current.workspace.save(input) : failed(otherWorkspace);
    },
    'document.accept': async ({ id, revision }) => (await workbench.current()).workspace.accept(id, revision),
    'document.remove': async ({ id }) => {
      const { recovery, workspace, vault } = await workbench.current();
      const removed = await workspace.remove(id);
      if (!removed.ok) return removed;
      await recovery.forget(id);
      await withSecrets(vault.trash(workspace.id, id));
      return removed;
    },
    'document.restore': async ({ id }) => {
      const current = await workbench.current();
      return restoredWithSecrets(current, await current.workspace.restore(id), note);
    },
    'document.duplicate': async ({ id, name }) => {
      const { workspace, vault } = await workbench.current();
      const copied = await workspace.duplicate(id, name);
      if (!copied.ok) return copied;
      const { stored, slots } = copied.value;
      const copy = { workspaceId: workspace.id, from: id, to: stored.document.id, slots };
      await withSecrets(vault.copy(copy));
      return succeeded(stored);
    },
  };
}

const otherWorkspace: SaveFailure = {
  code: 'other-workspace',
  message: 'Another workspace is open by now. The document was not saved: it does not belong there.',
};
