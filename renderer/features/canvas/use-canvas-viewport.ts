import { useReactFlow, type Viewport } from '@xyflow/react';
import { use, useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { OnSide, viewOf } from '../../store/editor-sides.ts';
import { viewportMoved, viewStore } from '../../store/view-store.ts';
import { flowNow } from './canvas-edits.ts';
import { openingViewport, type FreeEdges } from './opening-viewport.ts';

export const fitLimits = { minZoom: 0.3, maxZoom: 1 } as const;

const widePalette = window.matchMedia('(min-width: 1600px)');

/** What is kept free round a fitted flow, so that the palette and the controls cover nothing. */
export function fitPadding() {
  const { left, right, top, bottom } = freeEdges();
  return { left: `${left}px`, right: `${right}px`, top: `${top}px`, bottom: `${bottom}px` } as const;
}

function freeEdges(): FreeEdges {
  return { left: widePalette.matches ? 148 : 60, right: 28, top: 22, bottom: 52 };
}

/** Where the canvas stands: remembered for each flow and side, at the flow's beginning the first time. */
export function useCanvasViewport(flowId: string, root: RefObject<HTMLElement | null>) {
  const { setViewport } = useReactFlow();
  const side = use(OnSide);
  const viewHere = useCallback(() => viewOf(viewStore.getState(), flowId, side), [flowId, side]);
  const [known] = useState(() => {
    const { viewports } = viewStore.getState();
    return viewports[viewHere()] ?? viewports[flowId];
  });
  const told = useRef(known);
  const moved = useCallback(
    (viewport: Viewport) => {
      told.current = viewport;
      viewportMoved(viewHere(), viewport);
    },
    [viewHere],
  );
  // What this canvas has not told itself is to be shown by it: the place that a side which is gone has left to it.
  useEffect(
    () =>
      viewStore.subscribe((now, before) => {
        const here = viewOf(now, flowId, side);
        const viewport = now.viewports[here];
        if (viewport === undefined || viewport === before.viewports[here] || viewport === told.current)
          return;
        told.current = viewport;
        void setViewport(viewport);
      }),
    [flowId, setViewport, side],
  );
  const onInit = useCallback(() => {
    const flow = flowNow(flowId);
    const size = root.current?.getBoundingClientRect();
    if (known !== undefined || flow === undefined || size === undefined) return;
    const opening = openingViewport(flow, size, freeEdges());
    void setViewport(opening);
    moved(opening);
  }, [flowId, known, moved, root, setViewport]);
  const onMoveEnd = useCallback(
    (_event: unknown, { x, y, zoom }: Viewport) => moved({ x, y, zoom }),
    [moved],
  );
  // A flow that both sides show has two canvases, and their parts have ids.
  const id = side === 'right' ? `${flowId}-right` : flowId;
  return { id, defaultViewport: known ?? { x: 80, y: 40, zoom: 1 }, onInit, onMoveEnd };
}
