import { useEffect } from 'react';
import { viewStore } from '../../store/view-store.ts';
import { useWindowWidth } from '../../store/window-width.ts';

/** Folds the side bar when the window gets too narrow for it; the rail brings it back at any width. */
export function useFoldOnNarrowWindow(): void {
  const width = useWindowWidth();
  useEffect(() => {
    if (width === 'narrow') viewStore.setState({ sideBarOpen: false });
  }, [width]);
}
