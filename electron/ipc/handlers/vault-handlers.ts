import type { Handlers } from '#shared/ipc/contract.ts';
import type { Workbench } from '../../app/workbench.ts';

/** Handlers of `vault.*`. */
export function vaultHandlers(
  workbench: Workbench,
  rememberSession: () => void,
): Pick<Handlers, 'vault.status' | 'vault.use-session'> {
  return {
    'vault.status': async () => {
      const { vault, workspace } = await workbench.current();
      return vault.status(workspace.id);
    },
    'vault.use-session': async () => {
      const { vault, workspace } = await workbench.current();
      rememberSession();
      return vault.useSession(workspace.id);
    },
  };
}
