import { bridge } from '../bridge/bridge.ts';
import { appStore, paletteToggled, themePicked } from '../store/app-store.ts';
import { useCommands } from '../store/command-registry.ts';
import { documentRenamingStarted, documentWanted } from '../store/document-actions.ts';
import { defaultsWanted } from '../store/environment-actions.ts';
import { pastRunLeft, usePastRun } from '../store/past-runs.ts';
import { newEndpointAsked } from '../store/new-endpoint-store.ts';
import { documentsStore, editRedone, editUndone } from '../store/documents-store.ts';
import { fixesAsked, problemsShown, problemStepped } from '../store/problem-actions.ts';
import { useProblems } from '../store/problems-store.ts';
import { runStopped, runWanted } from '../store/run-actions.ts';
import { runOfFlowNow, useRuns } from '../store/runs-store.ts';
import { toasts } from '../store/toasts.ts';
import { useFlow } from '../store/use-documents.ts';
import {
  activeDocumentId,
  activeOwnerId,
  panelEnlarged,
  panelFolded,
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
import { sideBarEntered } from './side-bar/side-bar-entered.ts';

/** Offers the commands that belong to the window as a whole; features offer their own. */
export function useAppCommands(): void {
  useFileCommands();
  useViewCommands();
  useActiveDocumentCommands();
  useRunCommands();
  useDebugCommands();
  useProblemCommands();
}

function useFileCommands(): void {
  useCommands({
    'flow.new': () => documentWanted('flow'),
    'endpoint.new': () => newEndpointAsked(),
    'environment.new': () => documentWanted('environment'),
    'environment.defaults': defaultsWanted,
    'workspace.open': () => void workspaceWanted(null),
    'workspace.create': () => void newWorkspaceWanted(),
    'workspace.open-example': () => void exampleWanted(),
    'workspace.reveal': () => void bridge.call['workspace.reveal'](null),
    'app.quit': () => void quitWanted(),
    'app.about': showAbout,
  });
}

function useViewCommands(): void {
  useCommands({
    'palette.open': () => paletteToggled(true),
    'side-bar.flows': () => sideBarEntered('flows'),
    'side-bar.endpoints': () => sideBarEntered('endpoints'),
    'side-bar.environments': () => sideBarEntered('environments'),
    'side-bar.runs': () => sideBarEntered('runs'),
    'side-bar.toggle': () => viewStore.setState((state) => ({ sideBarOpen: !state.sideBarOpen })),
    'inspector.toggle': () => viewStore.setState((state) => ({ inspectorOpen: !state.inspectorOpen })),
    'tab.next': () => tabStepped(1),
    'tab.previous': () => tabStepped(-1),
    'theme.system': () => void themePicked('system'),
    'theme.light': () => void themePicked('light'),
    'theme.dark': () => void themePicked('dark'),
    'theme.contrast': () => void themePicked('contrast'),
    'environment.compare': () => tabOpened({ type: 'environments' }),
    'trash.show': () => tabOpened({ type: 'trash' }),
    'components.show': () => tabOpened({ type: 'components' }),
  });
}

function useActiveDocumentCommands(): void {
  const hasTabs = useView((state) => state.tabs.length > 0);
  const activeId = useView(activeDocumentId);
  useCommands({
    'tab.close': hasTabs ? () => tabClosed(viewStore.getState().activeTab) : null,
    'panel.toggle':
      activeId === null ? null : () => panelFolded(viewStore.getState().panelState !== 'folded'),
    'panel.enlarge':
      activeId === null ? null : () => panelEnlarged(viewStore.getState().panelState !== 'enlarged'),
    'edit.undo': activeId === null ? null : () => toldWhere('Undone', editUndone(activeId)),
    'edit.rename': activeId === null ? null : () => documentRenamingStarted(activeId),
    'edit.redo': activeId === null ? null : () => toldWhere('Done again', editRedone(activeId)),
  });
}

/** What reaches beyond the document in view has to be told. */
function toldWhere(what: string, ids: readonly string[]): void {
  if (ids.length < 2) return;
  const { documents } = documentsStore.getState();
  toasts.show({
    title: `${what} in ${String(ids.length)} documents`,
    body: ids.map((id) => documents[id]?.document.name ?? '').join(', '),
    icon: 'undo',
  });
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
