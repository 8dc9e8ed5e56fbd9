import { bridge } from '../bridge/bridge.ts';
import { appStore, paletteToggled } from '../store/app-store.ts';
import { useCommands } from '../store/command-registry.ts';
import { documentRenamingStarted, documentWanted } from '../store/document-actions.ts';
import { defaultsWanted } from '../store/environment-actions.ts';
import { pastRunLeft, usePastRun } from '../store/past-runs.ts';
import { newEndpointAsked } from '../store/new-endpoint-store.ts';
import { folderWanted } from '../store/library-actions.ts';
import { moveAsked } from '../store/library-dialogs.ts';
import { libraryStepRedone, libraryStepUndone, useHasLibrarySteps } from '../store/library-steps.ts';
import { findAsked } from '../store/find-actions.ts';
import { fixesAsked, problemsShown, problemStepped } from '../store/problem-actions.ts';
import { useProblems } from '../store/problems-store.ts';
import { placeGone, useHasPlace } from '../store/places.ts';
import { reportAsked } from '../store/report-store.ts';
import { runStopped, runWanted } from '../store/run-actions.ts';
import { runOfFlowNow, useRuns } from '../store/runs-store.ts';
import { newScenarioWanted } from '../store/scenario-actions.ts';
import { settingsChanged } from '../store/settings-actions.ts';
import { sideBarToggled } from '../store/side-bar.ts';
import { toasts } from '../store/toasts.ts';
import { redoneAndTold, undoneAndTold } from '../store/undo-told.ts';
import { useDocumentHeads, useFlow, useFormat } from '../store/use-documents.ts';
import {
  activeDocumentId,
  activeOwnerId,
  activeTabMoved,
  activeTabShifted,
  activeTabShownTwice,
  panelEnlarged,
  panelFolded,
  sidesJoined,
  sideStepped,
  tabClosed,
  tabOpened,
  tabStepped,
  useView,
  viewStore,
} from '../store/view-store.ts';
import {
  exampleWanted,
  newWorkspaceWanted,
  quitWanted,
  workspaceWanted,
} from '../store/workspace-actions.ts';
import { useDebugCommands } from './use-debug-commands.ts';
import { useScenarioCommands } from './use-scenario-commands.ts';
import { sideEntered } from './editor/side-entered.ts';
import { sideBarEntered } from './side-bar/side-bar-entered.ts';

/** Offers the commands that belong to the window as a whole; features offer their own. */
export function useAppCommands(): void {
  useFileCommands();
  useViewCommands();
  usePlaceCommands();
  useSideCommands();
  useActiveDocumentCommands();
  useUndoCommands();
  useRunCommands();
  useDebugCommands();
  useScenarioCommands();
  useProblemCommands();
}

function useFileCommands(): void {
  const hasFlow = useDocumentHeads('flowbench.flow').length > 0;
  useCommands({
    'flow.new': () => documentWanted('flow'),
    'endpoint.new': () => newEndpointAsked(),
    'environment.new': () => documentWanted('environment'),
    'scenario.new': hasFlow ? newScenarioWanted : null,
    'environment.defaults': defaultsWanted,
    'folder.new': () =>
      void folderWanted(viewStore.getState().sideBarView === 'endpoints' ? 'endpoints' : 'flows'),
    'workspace.open': () => void workspaceWanted(null),
    'workspace.create': () => void newWorkspaceWanted(),
    'workspace.open-example': () => void exampleWanted(),
    'workspace.reveal': () => void bridge.call['workspace.reveal'](null),
    'app.quit': () => void quitWanted(),
    'report.show': () => void reportAsked(),
    'app.about': showAbout,
  });
}

function useViewCommands(): void {
  useCommands({
    'palette.open': () => paletteToggled(true),
    'side-bar.flows': () => sideBarEntered('flows'),
    'side-bar.endpoints': () => sideBarEntered('endpoints'),
    'side-bar.environments': () => sideBarEntered('environments'),
    'side-bar.scenarios': () => sideBarEntered('scenarios'),
    'side-bar.runs': () => sideBarEntered('runs'),
    'find.open': () => findAsked(false),
    'find.replace': () => findAsked(true),
    'side-bar.toggle': sideBarToggled,
    'inspector.toggle': () => viewStore.setState((state) => ({ inspectorOpen: !state.inspectorOpen })),
    'tab.next': () => tabStepped(1),
    'tab.previous': () => tabStepped(-1),
    'theme.system': () => void settingsChanged({ theme: 'system' }),
    'theme.light': () => void settingsChanged({ theme: 'light' }),
    'theme.dark': () => void settingsChanged({ theme: 'dark' }),
    'theme.contrast': () => void settingsChanged({ theme: 'contrast' }),
    'environment.compare': () => tabOpened({ type: 'environments' }),
    'settings.open': () => tabOpened({ type: 'settings' }),
    'keys.open': () => tabOpened({ type: 'keys' }),
    'trash.show': () => tabOpened({ type: 'trash' }),
    'components.show': () => tabOpened({ type: 'components' }),
  });
}

function usePlaceCommands(): void {
  const canGoBack = useHasPlace('back');
  const canGoForward = useHasPlace('forward');
  useCommands({
    'place.back': canGoBack ? () => placeGone('back') : null,
    'place.forward': canGoForward ? () => placeGone('forward') : null,
  });
}

function useSideCommands(): void {
  const isSplit = useView(({ otherSide }) => otherSide !== null);
  const activeId = useView(activeDocumentId);
  const hasTabs = useView(({ tabs }) => tabs.length > 0);
  const hasBefore = useView(({ activeTab }) => activeTab > 0);
  const hasAfter = useView(({ activeTab, tabs }) => activeTab < tabs.length - 1);
  useCommands({
    'tab.move-left': hasBefore ? () => activeTabShifted(-1) : null,
    'tab.move-right': hasAfter ? () => activeTabShifted(1) : null,
    'side.open': hasTabs ? () => sideEntered(activeTabMoved) : null,
    'side.split': activeId !== null ? () => sideEntered(activeTabShownTwice) : null,
    'side.other': isSplit ? () => sideEntered(sideStepped) : null,
    'side.close': isSplit ? () => sideEntered(sidesJoined) : null,
  });
}

function useActiveDocumentCommands(): void {
  const hasTabs = useView((state) => state.tabs.length > 0);
  const activeId = useView(activeDocumentId);
  const format = useFormat(activeId);
  const isFoldered = format === 'flowbench.flow' || format === 'flowbench.endpoint';
  useCommands({
    'tab.close': hasTabs ? () => tabClosed(viewStore.getState().activeTab) : null,
    'panel.toggle':
      activeId === null ? null : () => panelFolded(viewStore.getState().panelState !== 'folded'),
    'panel.enlarge':
      activeId === null ? null : () => panelEnlarged(viewStore.getState().panelState !== 'enlarged'),
    'edit.rename': activeId === null ? null : () => documentRenamingStarted(activeId),
    'document.move': activeId !== null && isFoldered ? () => moveAsked([activeId]) : null,
  });
}

function useUndoCommands(): void {
  const activeId = useView(activeDocumentId);
  const canGoBack = useHasLibrarySteps('back', activeId) || activeId !== null;
  const canGoForward = useHasLibrarySteps('forward', activeId) || activeId !== null;
  useCommands({
    'edit.undo': canGoBack ? () => lastUndone(activeId) : null,
    'edit.redo': canGoForward ? () => lastRedone(activeId) : null,
  });
}

/** What was done last is taken back: to folders and files, or to the document in view. */
function lastUndone(activeId: string | null): void {
  if (!libraryStepUndone(activeId) && activeId !== null) undoneAndTold(activeId);
}

function lastRedone(activeId: string | null): void {
  if (!libraryStepRedone(activeId) && activeId !== null) redoneAndTold(activeId);
}

function useRunCommands(): void {
  const flow = useFlow(useView(activeDocumentId));
  const run = useRuns((state) => runOfFlowNow(state, flow?.id ?? null));
  const pastOwner = useView(activeOwnerId);
  const isPast = usePastRun(pastOwner) !== undefined;
  const canRun = flow?.nodes.some((node) => node.kind === 'start') === true;
  useCommands({
    'run.start': canRun ? () => void runWanted(flow.id) : null,
    'run.newest': isPast && pastOwner === flow?.id ? () => pastRunLeft(pastOwner) : null,
    'run.stop': run?.outcome === 'running' ? () => void runStopped(run.runId) : null,
  });
}

function useProblemCommands(): void {
  const any = useProblems(({ findings }) => findings.length > 0);
  useCommands({
    'problems.show': problemsShown,
    'problems.next': any ? () => problemStepped(1) : null,
    'problems.previous': any ? () => problemStepped(-1) : null,
    'problems.fix': any ? fixesAsked : null,
  });
}

function showAbout(): void {
  const { version, electron, chrome, node } = appStore.getState().info;
  toasts.show({
    title: `Flowbench ${version}`,
    body: `Electron ${electron}, Chrome ${chrome}, Node ${node}`,
    icon: 'info',
  });
}
