import { useMemo } from 'react';
import { partResized, viewStore } from '../../store/view-store.ts';
import { useWindowWidth, type WindowWidth } from '../../store/window-width.ts';

interface PanelSizePx {
  readonly inPixels: number;
}

/**
 * The size of a panel in pixels: what the person made it, else the one for the window's width. The defaults must be a
 * constant, so that they are the same object at every render.
 */
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
    [key, width, defaults],
  );
}
