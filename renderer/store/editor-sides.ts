import { createContext } from 'react';
import type { EditorSide, EditorTab, ViewState } from '#shared/settings/view-state.ts';

/** Whether what is shown is on the side of the editor that commands go to; what stands on no side is. */
export const InFocusedSide = createContext(true);

/** The side of the editor that something is shown on; `null` for what goes by the side that has the focus. */
export const OnSide = createContext<EditorSide | null>(null);

/** What tells a tab from every other one. */
export function keyOfTab(tab: EditorTab): string {
  if (tab.type === 'document') return tab.id;
  return tab.type === 'run' ? tab.runId : tab.type;
}

const isSameTab = (one: EditorTab, other: EditorTab): boolean => keyOfTab(one) === keyOfTab(other);

export function placeOfTab({ tabs }: SideTabs, tab: EditorTab): number {
  return tabs.findIndex((each) => isSameTab(each, tab));
}

/**
 * What the view of a document is remembered by. One that both sides show is looked at in two ways, and each side has a
 * selection and a place of the canvas of its own.
 */
export function viewOf(state: ViewState, id: string, side: EditorSide | null): string {
  const { activeTab, focusedSide, otherSide, tabs } = state;
  const isTwice = isOpenIn({ tabs, activeTab }, id) && isOpenIn(otherSide, id);
  return isTwice && (side ?? focusedSide) === 'right' ? rightView(id) : id;
}

/** Documents that both sides showed, and of which what the right side showed is all that is left. */
export function leftOnRight(before: ViewState, now: ViewState): readonly string[] {
  const { focusedSide, otherSide, tabs } = before;
  if (otherSide === null) return [];
  // The side with the focus loses its last tab, and the other one has the window as it was; or it takes over all tabs.
  const isOther = now.tabs === otherSide.tabs;
  const isRight = (id: string): boolean =>
    now.otherSide === null
      ? isOther === (focusedSide === 'left')
      : isOpenIn(sideTabs(now, 'right'), id) && !isOpenIn(sideTabs(now, 'left'), id);
  return tabs
    .flatMap((tab) => (tab.type === 'document' && isOpenIn(otherSide, tab.id) ? [tab.id] : []))
    .filter((id) => isRight(id) && (isOpenIn(now, id) || isOpenIn(now.otherSide, id)));
}

function isOpenIn(side: SideTabs | null, id: string): boolean {
  return side?.tabs.some((tab) => tab.type === 'document' && tab.id === id) === true;
}

/** What the view of a document is remembered by that is on the right side of two which both show it. */
export const rightView = (id: string): string => `${id} right`;

/** The tabs of a side. */
export type SideTabs = Pick<ViewState, 'tabs' | 'activeTab'>;

const otherOf = { left: 'right', right: 'left' } as const;
const none: SideTabs = { tabs: [], activeTab: 0 };

/** What a side of the editor has open; `null` where there is no such side. */
export function sideTabs(state: ViewState, side: EditorSide): SideTabs | null {
  return state.focusedSide === side ? state : state.otherSide;
}

/** The other side gets the focus, and with it everything that goes by the active tab. */
export function withOtherSide(state: ViewState): Partial<ViewState> {
  const { activeTab, focusedSide, otherSide, tabs } = state;
  return otherSide === null
    ? {}
    : { ...otherSide, otherSide: { tabs, activeTab }, focusedSide: otherOf[focusedSide] };
}

/**
 * The active tab moves to the other side, which is made where there is none, and takes the focus along. The only tab of a
 * window stays, and an empty side comes beside it, for what is opened next.
 */
export function withActiveTabMoved(state: ViewState): Partial<ViewState> {
  const { activeTab, focusedSide, otherSide, tabs } = state;
  const moved = tabs[activeTab];
  if (moved === undefined) return {};
  if (otherSide === null && tabs.length === 1)
    return { ...none, otherSide: { tabs, activeTab }, focusedSide: otherOf[focusedSide] };
  const left = withoutTabs(state, (_, at) => at === activeTab);
  return withoutEmptySide({
    ...withTab(otherSide ?? none, moved),
    otherSide: left,
    focusedSide: otherOf[focusedSide],
  });
}

/** A side with a tab, which is the active one. */
function withTab(side: SideTabs, tab: EditorTab): SideTabs {
  const at = placeOfTab(side, tab);
  return at >= 0 ? { ...side, activeTab: at } : { tabs: [...side.tabs, tab], activeTab: side.tabs.length };
}

/**
 * A tab is open on the other side, which has the focus then. A document may be open on both; anything else there is once
 * only, and goes over.
 */
export function withTabBeside(state: ViewState, tab: EditorTab): Partial<ViewState> {
  const { activeTab, focusedSide, otherSide, tabs } = state;
  if (otherSide === null && tabs.length === 0) return withTab(state, tab);
  const isOnce = tab.type !== 'document';
  const here = withoutTabs({ activeTab, tabs }, (each) => isOnce && isSameTab(each, tab));
  return withoutEmptySide({
    ...withTab(otherSide ?? none, tab),
    otherSide: here,
    focusedSide: otherOf[focusedSide],
  });
}

/** Where a tab is, and where it goes: a side, and a place among the tabs there as they are now. */
export interface TabMove {
  readonly from: EditorSide;
  readonly key: string;
  readonly to: EditorSide;
  readonly at: number;
}

/** A tab goes to another place of its side, or to the other side, and is the active one there. */
export function withTabPlaced(state: ViewState, { at, from, key, to }: TabMove): Partial<ViewState> {
  const source = sideTabs(state, from);
  const tab = source?.tabs.find((each) => keyOfTab(each) === key);
  if (source === null || tab === undefined) return {};
  const isThis = (each: EditorTab) => keyOfTab(each) === key;
  const goal = sideTabs(state, to) ?? none;
  const before = goal.tabs.slice(0, at).filter((each) => !isThis(each));
  const after = goal.tabs.slice(at).filter((each) => !isThis(each));
  const placed = { tabs: [...before, tab, ...after], activeTab: before.length };
  const otherNow = from === to ? sideTabs(state, otherOf[to]) : withoutTabs(source, isThis);
  return withoutEmptySide({ ...placed, otherSide: otherNow, focusedSide: to });
}

/** One side again: what both had open, with the tab that was active. */
export function withOneSide({ activeTab, focusedSide, otherSide, tabs }: ViewState): Partial<ViewState> {
  if (otherSide === null) return {};
  const others = otherSide.tabs.filter((tab) => placeOfTab({ tabs, activeTab }, tab) < 0);
  const before = focusedSide === 'right' ? others : [];
  const after = focusedSide === 'left' ? others : [];
  const isEmpty = tabs.length === 0;
  return {
    tabs: [...before, ...tabs, ...after],
    activeTab: isEmpty ? otherSide.activeTab : before.length + activeTab,
    otherSide: null,
    focusedSide: 'left',
  };
}

/** A side without some tabs; the neighbour to the right of the active one takes its place, at the end the one to the left. */
export function withoutTabs(
  { activeTab, tabs }: SideTabs,
  isGone: (tab: EditorTab, at: number) => boolean,
): { tabs: EditorTab[]; activeTab: number } {
  const left = tabs.filter((tab, at) => !isGone(tab, at));
  const before = tabs.slice(0, activeTab).filter((tab, at) => !isGone(tab, at)).length;
  return { tabs: left, activeTab: Math.max(0, Math.min(before, left.length - 1)) };
}

/** A side that has lost its last tab goes, and the other one has the window. */
export function withoutEmptySide(
  state: Pick<ViewState, 'tabs' | 'activeTab' | 'otherSide' | 'focusedSide'>,
): Partial<ViewState> {
  const { activeTab, otherSide, tabs } = state;
  if (otherSide === null) return state;
  if (otherSide.tabs.length === 0) return { tabs, activeTab, otherSide: null, focusedSide: 'left' };
  return tabs.length === 0 ? { ...otherSide, otherSide: null, focusedSide: 'left' } : state;
}
