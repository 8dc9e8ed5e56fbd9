import { useLayoutEffect } from 'react';
import { windowNarrowed } from '../../store/side-bar.ts';
import { useWindowWidth } from '../../store/window-width.ts';

/** Folds the side bar while the window is too narrow for it; the rail brings it back at any width. */
export function useFoldOnNarrowWindow(): void {
  const isNarrow = useWindowWidth() === 'narrow';
  useLayoutEffect(() => windowNarrowed(isNarrow), [isNarrow]);
}
