import { bridge } from '../bridge/bridge.ts';
import { appStore } from '../store/app-store.ts';
import { startAutosave } from '../store/autosave.ts';
import { cookiesChanged } from '../store/cookies-store.ts';
import { startTellingBreakpoints } from '../store/debug-actions.ts';
import { startFollowingRuns } from '../store/following-runs.ts';
import { workspaceOpened } from '../store/documents-store.ts';
import { historyChanged, historyWanted } from '../store/history-store.ts';
import { externalChangesArrived } from '../store/external-changes.ts';
import { pageFailed } from '../store/report-store.ts';
import { exitsHeard } from '../store/exit-tallies.ts';
import { runEventsArrived } from '../store/runs-store.ts';
import { keptResultsWanted, startLookingAtFiles } from '../store/kept-scenario-results.ts';
import { scenarioProgressArrived } from '../store/scenario-runs.ts';
import { startAskingVault, vaultChanged } from '../store/vault-store.ts';
import { startLookingForProblems } from '../store/looking-for-problems.ts';
import { startRememberingPlaces } from '../store/places.ts';
import { startRememberingView, viewRestored } from '../store/view-memory.ts';
import { eventGate, type EventGate } from './event-gate.ts';
import { startNotingRecovery } from '../store/recovery-notes.ts';
import { recoveryApplied, recoveryTold } from '../store/recovery-store.ts';
import { startStoppingUnseenRuns } from '../store/unseen-runs.ts';
import { startWatchingSecrets } from '../store/watched-secrets.ts';
import { menuItemPicked } from './keyboard/menu-item-picked.ts';
import { followTheme } from './theme.ts';
import { workspaceWanted } from '../store/workspace-actions.ts';

/**
 * Fills the stores from the main process and follows it from then on. Listening begins first, and nothing is lost: what
 * happens from the first answer on is kept until the window can act on it.
 *
 * @returns called once the window is there, with its commands: it passes on what was kept
 */
export async function windowBooted(): Promise<() => void> {
  const gate = eventGate();
  listen(gate);
  watchPageFailures();
  const [info, settings, workspace, view, vault, recovered] = await Promise.all([
    bridge.call['app.info'](null),
    bridge.call['settings.read'](null),
    bridge.call['workspace.read'](null),
    bridge.call['view.read'](null),
    bridge.call['vault.status'](null),
    bridge.call['recovery.read'](null),
  ]);
  appStore.setState({ info, settings });
  workspaceOpened(workspace);
  startAutosave();
  startNotingRecovery();
  recoveryApplied(recovered);
  viewRestored(view);
  vaultChanged(vault);
  followTheme();
  startRememberingView();
  startRememberingPlaces();
  startTellingBreakpoints();
  startFollowingRuns();
  startStoppingUnseenRuns();
  startAskingVault();
  // Nothing of the window waits for it.
  void historyWanted().then(recoveryTold);
  void keptResultsWanted();
  startLookingAtFiles();
  startWatchingSecrets();
  startLookingForProblems();
  return gate.open;
}

function watchPageFailures(): void {
  window.addEventListener('error', ({ error }) => pageFailed(error));
  window.addEventListener('unhandledrejection', ({ reason }) => pageFailed(reason));
}

function listen({ through }: EventGate): void {
  bridge.on['command.invoked'](through(({ id }) => menuItemPicked(id)));
  bridge.on['run.events'](through(runEventsArrived));
  bridge.on['run.events'](through(exitsHeard));
  bridge.on['scenario.progress'](through(scenarioProgressArrived));
  bridge.on['workspace.changed'](through(externalChangesArrived));
  bridge.on['workspace.wanted'](through(({ folder }) => void workspaceWanted(folder)));
  bridge.on['settings.changed'](through((settings) => appStore.setState({ settings })));
  bridge.on['vault.changed'](through(vaultChanged));
  bridge.on['cookies.changed'](through(cookiesChanged));
  bridge.on['history.changed'](through(historyChanged));
}
