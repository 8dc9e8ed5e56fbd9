import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  viewStateSchema,
  type EditorSide,
  type EditorTab,
  type PanelTab,
  type SideBarView,
  type ViewState,
  type Viewport,
} from '#shared/settings/view-state.ts';
import { movedWith } from '#shared/workspace/folder-path.ts';
import {
  withActiveTabMoved,
  withOneSide,
  withOtherSide,
  withoutEmptySide,
  withoutTabs,
} from './editor-sides.ts';

/** How the window is arranged: tabs, panels, sizes, the active environment. Remembered for each workspace. */
export const viewStore = createStore<ViewState>(() => viewStateSchema.parse({}));

export function useView<Part>(select: (state: ViewState) => Part): Part {
  return useStore(viewStore, select);
}

const sameTab = (a: EditorTab, b: EditorTab): boolean => keyOfTab(a) === keyOfTab(b);

/** What tells a tab from every other one. */
export function keyOfTab(tab: EditorTab): string {
  if (tab.type === 'document') return tab.id;
  return tab.type === 'run' ? tab.runId : tab.type;
}

/** Opens a tab on the side that has the focus, or goes to it where it is open already. */
export function tabOpened(tab: EditorTab): void {
  viewStore.setState((state) => {
    const at = state.tabs.findIndex((each) => sameTab(each, tab));
    if (at >= 0) return { activeTab: at };
    const there = state.otherSide?.tabs.findIndex((each) => sameTab(each, tab)) ?? -1;
    if (there >= 0) return { ...withOtherSide(state), activeTab: there };
    return { tabs: [...state.tabs, tab], activeTab: state.tabs.length };
  });
}

export const documentOpened = (id: string): void => tabOpened({ type: 'document', id });

/** Opens a document on the other side, or goes to it where it is there already. */
export function documentOpenedBeside(id: string): void {
  const before = viewStore.getState().focusedSide;
  documentOpened(id);
  if (viewStore.getState().focusedSide === before) activeTabMoved();
}

export function tabPicked(at: number): void {
  viewStore.setState({ activeTab: at });
}

/** Closes a tab; the last one of a side takes the side with it. */
export function tabClosed(at: number): void {
  viewStore.setState((state) =>
    withoutEmptySide({ ...state, ...withoutTabs(state, (_, index) => index === at) }),
  );
}

/** A side of the editor has the focus of the window. */
export function sideFocused(side: EditorSide): void {
  viewStore.setState((state) => (state.focusedSide === side ? {} : withOtherSide(state)));
}

export const sideStepped = (): void => viewStore.setState(withOtherSide);
export const activeTabMoved = (): void => viewStore.setState(withActiveTabMoved);
export const sidesJoined = (): void => viewStore.setState(withOneSide);

/** A document goes away: its tabs close, and it is the active environment no longer. Says whether it was. */
export function documentWithdrawn(id: string): { readonly wasActive: boolean } {
  tabsClosed((tab) => tab.type === 'document' && tab.id === id);
  const wasActive = viewStore.getState().environmentId === id;
  if (wasActive) environmentPicked(null);
  return { wasActive };
}

/** Closes the pages of runs that are gone. */
export function runTabsClosed(runIds: readonly string[]): void {
  tabsClosed((tab) => tab.type === 'run' && runIds.includes(tab.runId));
}

function tabsClosed(isGone: (tab: EditorTab) => boolean): void {
  viewStore.setState((state) => {
    const { otherSide } = state;
    const other = otherSide === null ? null : withoutTabs(otherSide, isGone);
    return withoutEmptySide({ ...state, ...withoutTabs(state, isGone), otherSide: other });
  });
}

/** Goes to the tab `step` places on, round the ends. */
export function tabStepped(step: number): void {
  viewStore.setState(({ tabs, activeTab }) =>
    tabs.length === 0 ? {} : { activeTab: (activeTab + step + tabs.length) % tabs.length },
  );
}

/** Shows a view of the side bar; picking the one that shows folds the side bar. */
export function sideBarViewPicked(view: SideBarView): void {
  viewStore.setState((state) => ({
    sideBarView: view,
    sideBarOpen: !(state.sideBarOpen && state.sideBarView === view),
  }));
}

export function sideBarShown(view: SideBarView): void {
  viewStore.setState({ sideBarView: view, sideBarOpen: true });
}

/** Folds folders of the side bar, or unfolds them. */
export function foldersFolded(folders: readonly string[], folded: boolean): void {
  viewStore.setState(({ foldedFolders }) => {
    const others = foldedFolders.filter((each) => !folders.includes(each));
    return { foldedFolders: folded ? [...others, ...folders] : others };
  });
}

/** A folder has another path, and so have those in it. */
export function foldedFolderMoved(from: string, to: string): void {
  viewStore.setState(({ foldedFolders }) => ({
    foldedFolders: foldedFolders.map((each) => movedWith(each, from, to)),
  }));
}

/** Shows a tab of the bottom panel, unfolding it. */
export function panelTabShown(tab: PanelTab): void {
  viewStore.setState((state) => ({
    panelTab: tab,
    panelState: state.panelState === 'folded' ? 'open' : state.panelState,
  }));
}

export function panelFolded(folded: boolean): void {
  viewStore.setState({ panelState: folded ? 'folded' : 'open' });
}

export function panelEnlarged(enlarged: boolean): void {
  viewStore.setState({ panelState: enlarged ? 'enlarged' : 'open' });
}

export function partResized(part: string, sizePx: number): void {
  viewStore.setState((state) => ({ sizes: { ...state.sizes, [part]: Math.round(sizePx) } }));
}

/** An environment was made the active one; with `null` none is, which is remembered as a choice too. */
export function environmentPicked(id: string | null): void {
  viewStore.setState({ environmentId: id, environmentWasPicked: true });
}

export function viewportMoved(flowId: string, viewport: Viewport): void {
  viewStore.setState((state) => ({ viewports: { ...state.viewports, [flowId]: viewport } }));
}

/** The id of the document whose tab is active, or `null`. */
export function activeDocumentId(state: ViewState): string | null {
  const tab = state.tabs[state.activeTab];
  return tab?.type === 'document' ? tab.id : null;
}

/** What the panel below the editor is about: the active document, or a run that has a page of its own; else `null`. */
export function activeOwnerId(state: ViewState): string | null {
  const tab = state.tabs[state.activeTab];
  return tab?.type === 'run' ? tab.runId : activeDocumentId(state);
}
