import { useStore } from '@xyflow/react';
import { useMemo, type CSSProperties } from 'react';

/** Below this zoom a card shows its name, ring and chip only: type that can be read has no room in a row any more. */
const lowDetailZoom = 0.8;
/** The smallest type on the screen, in pixels. */
const leastTypePx = 11;

/** How much cards show at the present zoom, and the least type that can still be read there. */
export function useCanvasDetail() {
  // In steps, so that zooming draws the cards anew a few times and not with every frame.
  const zoom = useStore((state) => Math.floor(state.transform[2] * 20 + 1e-6) / 20);
  return useMemo(() => {
    const low = zoom < lowDetailZoom;
    const leastPx = Math.max(leastTypePx, Math.ceil((2 * leastTypePx) / Math.max(zoom, 0.2)) / 2);
    const style = {
      '--least-type': `${String(leastPx)}px`,
      '--least-line': `${String(Math.max(1, 1 / Math.max(zoom, 0.1)))}px`,
    };
    return { level: low ? ('low' as const) : ('full' as const), style: style as CSSProperties };
  }, [zoom]);
}
