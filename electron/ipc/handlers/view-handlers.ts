import type { Handlers } from '#shared/ipc/contract.ts';
import type { Workbench } from '../../app/workbench.ts';

/** Handlers of `view.*`: how the window of the open workspace was left. */
export function viewHandlers(workbench: Workbench): Pick<Handlers, 'view.read' | 'view.write'> {
  return {
    'view.read': async () => (await workbench.current()).view.read(),
    'view.write': async ({ opening, view }) => {
      const current = await workbench.current();
      if (current.opening === opening) current.view.write(view);
      return null;
    },
  };
}
