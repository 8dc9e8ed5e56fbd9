// Whether the side bar shows: in a wide window as it was left there, in a narrow one only once it is asked for.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SideBarView } from '#shared/settings/view-state.ts';
import { useView, viewStore } from './view-store.ts';

/** `null` in a window that is wide enough; in a narrow one whether somebody has opened the side bar over it since. */
const narrowStore = createStore<{ open: boolean | null }>(() => ({ open: null }));

/** The window has become narrow, which folds the side bar, or wide enough for it again, which brings back what was left. */
export function windowNarrowed(isNarrow: boolean): void {
  narrowStore.setState({ open: isNarrow ? false : null });
}

export function isSideBarOpen(): boolean {
  return narrowStore.getState().open ?? viewStore.getState().sideBarOpen;
}

export function useSideBarOpen(): boolean {
  const narrow = useStore(narrowStore, (state) => state.open);
  const wide = useView((state) => state.sideBarOpen);
  return narrow ?? wide;
}

export function sideBarToggled(): void {
  opened(!isSideBarOpen());
}

/** Shows a view of the side bar; picking the one that shows folds the side bar. */
export function sideBarViewPicked(view: SideBarView): void {
  const shows = isSideBarOpen() && viewStore.getState().sideBarView === view;
  viewStore.setState({ sideBarView: view });
  opened(!shows);
}

export function sideBarShown(view: SideBarView): void {
  viewStore.setState({ sideBarView: view });
  opened(true);
}

function opened(open: boolean): void {
  if (narrowStore.getState().open === null) viewStore.setState({ sideBarOpen: open });
  else narrowStore.setState({ open });
}
