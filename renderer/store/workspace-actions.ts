import type { WorkspaceSnapshot } from '#shared/workspace/workspace-snapshot.ts';
import type { OpenFailure } from '#shared/workspace/workspace-failure.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import { bridge } from '../bridge/bridge.ts';
import { cookiesForgotten } from './cookies-store.ts';
import { earlierRunsForgotten } from './earlier-runs.ts';
import { workspaceOpened } from './documents-store.ts';
import { findsForgotten } from './find-store.ts';
import { historyWanted } from './history-store.ts';
import { mayLeave, stayed } from './leaving-store.ts';
import { keptResultsWanted } from './kept-scenario-results.ts';
import { libraryStepsForgotten } from './library-steps.ts';
import { scenarioRunsForgotten } from './scenario-runs.ts';
import { pastRunsForgotten } from './past-runs.ts';
import { placesForgotten } from './places.ts';
import { recoveryCleared, recoveryNoted } from './recovery-notes.ts';
import { recoveryApplied, recoveryTold } from './recovery-store.ts';
import { runsStore } from './runs-store.ts';
import { selectionStore } from './selection-store.ts';
import { toasts } from './toasts.ts';
import { trashForgotten } from './trash-store.ts';
import { vaultStore } from './vault-store.ts';
import { viewRestored, viewWritten } from './view-memory.ts';

/** Opens a folder as the workspace, or asks which. */
export const workspaceWanted = (folder: string | null): Promise<void> =>
  opening(() => bridge.call['workspace.open']({ folder }));

/** Makes a new workspace in a folder that the person picks. */
export const newWorkspaceWanted = (): Promise<void> =>
  opening(() => bridge.call['workspace.create']({ folder: null, name: '' }));

/** Opens the example with its sample API. */
export const exampleWanted = (): Promise<void> => opening(() => bridge.call['workspace.open-example'](null));

/** Ends the application once everything is saved or given up; closing the window asks for this too. */
export async function quitWanted(): Promise<void> {
  if (!(await mayLeave('quit'))) return;
  try {
    await viewWritten();
    await recoveryCleared();
    await bridge.call['app.quit'](null);
  } catch (error) {
    stayed();
    throw error;
  }
}

/** Shows a workspace that the main process has opened. */
export async function workspaceEntered(snapshot: WorkspaceSnapshot): Promise<void> {
  const [view, recovered] = await Promise.all([
    bridge.call['view.read'](null),
    bridge.call['recovery.read'](null),
  ]);
  workspaceOpened(snapshot);
  recoveryApplied(recovered);
  runsStore.setState(runsStore.getInitialState(), true);
  selectionStore.setState(selectionStore.getInitialState(), true);
  vaultStore.setState({ secrets: {} });
  cookiesForgotten();
  libraryStepsForgotten();
  scenarioRunsForgotten();
  findsForgotten();
  pastRunsForgotten();
  earlierRunsForgotten();
  trashForgotten();
  void historyWanted().then(recoveryTold);
  void keptResultsWanted();
  viewRestored(view);
  placesForgotten();
}

// What was typed goes to its files before the workspace changes under it.
async function opening(open: () => Promise<Outcome<WorkspaceSnapshot, OpenFailure>>): Promise<void> {
  if (!(await mayLeave('open'))) return;
  try {
    await viewWritten();
    await recoveryCleared();
    await entered(await open());
  } finally {
    // Where nothing was opened, what there was is still here.
    recoveryNoted();
    stayed();
  }
}

async function entered(outcome: Outcome<WorkspaceSnapshot, OpenFailure>): Promise<void> {
  if (outcome.ok) await workspaceEntered(outcome.value);
  else if (outcome.failure.code !== 'cancelled') {
    toasts.show({
      title: 'The workspace was not opened',
      body: outcome.failure.message,
      icon: 'warning',
      urgent: true,
    });
  }
}
