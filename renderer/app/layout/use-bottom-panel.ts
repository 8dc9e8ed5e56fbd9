import { useEffect, useEffectEvent, useRef } from 'react';
import type { PanelImperativeHandle } from 'react-resizable-panels';
import { panelFolded, partResized, useView, viewStore } from '../../store/view-store.ts';
import { useWindowWidth, type WindowWidth } from '../../store/window-width.ts';

/** Heights in pixels by the window's width (DESIGN, Frame). */
const openPx: Readonly<Record<WindowWidth, number>> = { narrow: 190, normal: 257, wide: 346 };
const enlargedPx: Readonly<Record<WindowWidth, number>> = { narrow: 320, normal: 452, wide: 600 };
const foldedPx = 36;

/** The bottom panel's height in its three states; what the person drags is remembered for each. */
export function useBottomPanel() {
  const handle = useRef<PanelImperativeHandle | null>(null);
  const width = useWindowWidth();
  const state = useView((view) => view.panelState);
  const folded = state === 'folded';
  const key = `panel.${state}.${width}`;
  const target = folded
    ? foldedPx
    : (viewStore.getState().sizes[key] ?? (state === 'open' ? openPx[width] : enlargedPx[width]));
  // Only a change of state or width sets the height; what the person drags must stay.
  const heightSet = useEffectEvent(() => isResized(handle.current, target));
  useEffect(() => {
    let frame = 0;
    const set = (triesLeft: number) => {
      if (!heightSet() && triesLeft > 0) frame = requestAnimationFrame(() => set(triesLeft - 1));
    };
    set(mostTries);
    return () => cancelAnimationFrame(frame);
  }, [key]);
  const resized = ({ inPixels }: { readonly inPixels: number }, _id: unknown, before: unknown) => {
    const settled = Math.abs(inPixels - target) > 1 && before !== undefined;
    if (!settled || folded) return;
    if (inPixels < minimumPx) panelFolded(true);
    else partResized(key, inPixels);
  };
  return {
    folded,
    props: {
      panelRef: handle,
      defaultSize: target,
      // The same limits in every state: the library measures a new height against those it knew before.
      collapsible: true,
      collapsedSize: foldedPx,
      minSize: minimumPx,
      maxSize: '85%',
      onResize: resized,
    },
  };
}

const minimumPx = 120;
const mostTries = 10;

/** Sets a height, or says that it cannot be set yet: of a panel that has just come the library knows no limits and throws. */
function isResized(panel: PanelImperativeHandle | null, px: number): boolean {
  try {
    panel?.resize(px);
    return true;
  } catch {
    return false;
  }
}
