import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  viewStateSchema,
  type EditorSide,
  type EditorTab,
  type PanelTab,
  type ViewState,
  type Viewport,
} from '#shared/settings/view-state.ts';
import { movedWith } from '#shared/workspace/folder-path.ts';
import {
  keyOfTab,
  leftOnRight,
  placeOfTab,
  rightView,
  type TabMove,
  withActiveTabMoved,
  withOneSide,
  withOtherSide,
  withoutEmptySide,
  withoutTabs,
  withTabBeside,
  withTabPlaced,
} from './editor-sides.ts';

/** How the window is arranged: tabs, panels, sizes, the active environment. Remembered for each workspace. */
export const viewStore = createStore<ViewState>(() => viewStateSchema.parse({}));

// What the right side showed of a document goes on when the left one shows it no longer.
viewStore.subscribe((now, before) => {
  const kept = leftOnRight(before, now).flatMap((id) => {
    const viewport = now.viewports[rightView(id)];
    return viewport === undefined ? [] : [[id, viewport] as const];
  });
  if (kept.length > 0) viewStore.setState({ viewports: { ...now.viewports, ...Object.fromEntries(kept) } });
});

export function useView<Part>(select: (state: ViewState) => Part): Part {
  return useStore(viewStore, select);
}

/** What is opened next is meant for the other side. */
let isForOtherSide = false;

/** What is opened while this is done goes to the other side, as somebody asked who held a key to it. */
export function openedBeside(act: () => void): void {
  isForOtherSide = true;
  try {
    act();
  } finally {
    isForOtherSide = false;
  }
}

/**
 * Takes what somebody asked for who held a key, for what is opened only after something was read: it opens on that side then,
 * and nothing else does in between.
 */
export function openingHeld(): (act: () => void) => void {
  const isBeside = isForOtherSide;
  isForOtherSide = false;
  return isBeside ? openedBeside : (act) => act();
}

/** A click has begun whose document is meant for the other side; it is over before anything else happens. */
export function openingBesideStarted(): void {
  isForOtherSide = true;
  window.setTimeout(() => (isForOtherSide = false), 0);
}

/** Opens a tab on the side that has the focus, or goes to it where it is open already. */
export function tabOpened(tab: EditorTab): void {
  const isBeside = isForOtherSide;
  isForOtherSide = false;
  viewStore.setState((state) => {
    if (isBeside) return withTabBeside(state, tab);
    const at = placeOfTab(state, tab);
    if (at >= 0) return { activeTab: at };
    const there = state.otherSide === null ? -1 : placeOfTab(state.otherSide, tab);
    if (there >= 0) return { ...withOtherSide(state), activeTab: there };
    return { tabs: [...state.tabs, tab], activeTab: state.tabs.length };
  });
}

export const documentOpened = (id: string): void => tabOpened({ type: 'document', id });

/** Opens a document on the other side, also where it is open on this one. */
export const documentOpenedBeside = (id: string): void => openedBeside(() => documentOpened(id));

/** Shows what is in view on the other side too, where it can be there twice. */
export function activeTabShownTwice(): void {
  viewStore.setState((state) => {
    const tab = state.tabs[state.activeTab];
    return tab?.type === 'document' ? withTabBeside(state, tab) : {};
  });
}

/** A tab was dropped, or moved by a key. */
export function tabPlaced(move: TabMove): void {
  viewStore.setState((state) => withTabPlaced(state, move));
}

/** The active tab goes one place on among the tabs of its side; at the end it stays. */
export function activeTabShifted(step: -1 | 1): void {
  const { activeTab, focusedSide, tabs } = viewStore.getState();
  const tab = tabs[activeTab];
  const goal = activeTab + step;
  if (tab === undefined || goal < 0 || goal >= tabs.length) return;
  const at = step === 1 ? goal + 1 : goal;
  tabPlaced({ from: focusedSide, key: keyOfTab(tab), to: focusedSide, at });
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

/** The canvas of a flow shows another part of it; `view` as `viewOf` gives it. */
export function viewportMoved(view: string, viewport: Viewport): void {
  viewStore.setState((state) => ({ viewports: { ...state.viewports, [view]: viewport } }));
}

/** The id of the document whose tab is active, or `null`. */
export function activeDocumentId(state: ViewState): string | null {
  const tab = state.tabs[state.activeTab];
  return tab?.type === 'document' ? tab.id : null;
}

/** The run whose page is in view, or `null`. */
export function activeRunPageId(state: ViewState): string | null {
  const tab = state.tabs[state.activeTab];
  return tab?.type === 'run' ? tab.runId : null;
}

/** What the panel below the editor is about: the active document, or a run that has a page of its own; else `null`. */
export const activeOwnerId = (state: ViewState): string | null =>
  activeRunPageId(state) ?? activeDocumentId(state);
