import { useMemo } from 'react';
import { partResized, useView, viewStore } from '../../store/view-store.ts';
import { useWindowWidth, type WindowWidth } from './window-width.ts';

interface PanelSizePx {
  readonly inPixels: number;
}

/** The size of a panel in pixels: what the person made it, else the one for the window's width. */
export function useRememberedSize(part: string, defaults: Readonly<Record<WindowWidth, number>>) {
  const width = useWindowWidth();
  const key = `${part}.${width}`;
  return useMemo(
    () => ({
      defaultSize: viewStore.getState().sizes[key] ?? defaults[width],
      // The first call comes from laying out, not from the person.
      onResize: (size: PanelSizePx, _id: unknown, before: PanelSizePx | undefined) => {
        if (before !== undefined && size.inPixels > 0) partResized(key, size.inPixels);
      },
    }),
    // The defaults are constants of the caller.
    [key, width],
  );
}

/** The remembered size of a part at this width, or `undefined`. */
export function useSizeOf(key: string): number | undefined {
  return useView((state) => state.sizes[key]);
}
