import { bridge } from '../bridge/bridge.ts';
import { appStore } from '../store/app-store.ts';
import { startAutosave } from '../store/autosave.ts';
import { workspaceOpened } from '../store/documents-store.ts';
import { externalChangesArrived } from '../store/external-changes.ts';
import { runEventsArrived } from '../store/runs-store.ts';
import { vaultChanged } from '../store/vault-store.ts';
import { startRememberingView, viewRestored } from '../store/view-memory.ts';
import { menuItemPicked } from './keyboard/menu-item-picked.ts';
import { followTheme } from './theme.ts';
import { workspaceWanted } from '../store/workspace-actions.ts';

/** Fills the stores from the main process and listens to it from then on. */
export async function windowBooted(): Promise<void> {
  const [info, settings, workspace, view, vault] = await Promise.all([
    bridge.call['app.info'](null),
    bridge.call['settings.read'](null),
    bridge.call['workspace.read'](null),
    bridge.call['view.read'](null),
    bridge.call['vault.status'](null),
  ]);
  appStore.setState({ info, settings });
  workspaceOpened(workspace);
  viewRestored(view);
  vaultChanged(vault);
  followTheme();
  startAutosave();
  startRememberingView();
  listen();
}

function listen(): void {
  bridge.on['command.invoked'](({ id }) => menuItemPicked(id));
  bridge.on['run.events'](runEventsArrived);
  bridge.on['workspace.changed'](externalChangesArrived);
  bridge.on['workspace.wanted'](({ folder }) => void workspaceWanted(folder));
  bridge.on['settings.changed']((settings) => appStore.setState({ settings }));
  bridge.on['vault.changed'](vaultChanged);
}
