import { createContext } from 'react';
import type { EditorSide, EditorTab, ViewState } from '#shared/settings/view-state.ts';

/** Whether what is shown is on the side of the editor that commands go to; what stands on no side is. */
export const InFocusedSide = createContext(true);

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
  const goal = otherSide ?? none;
  return withoutEmptySide({
    tabs: [...goal.tabs, moved],
    activeTab: goal.tabs.length,
    otherSide: left,
    focusedSide: otherOf[focusedSide],
  });
}

/** One side again: what both had open, with the tab that was active. */
export function withOneSide({ activeTab, focusedSide, otherSide, tabs }: ViewState): Partial<ViewState> {
  if (otherSide === null) return {};
  const before = focusedSide === 'right' ? otherSide.tabs : [];
  const after = focusedSide === 'left' ? otherSide.tabs : [];
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
