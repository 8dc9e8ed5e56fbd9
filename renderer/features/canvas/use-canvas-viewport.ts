import { useReactFlow, type Viewport } from '@xyflow/react';
import { use, useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { EditorSide } from '#shared/settings/view-state.ts';
import { OnSide, viewOf } from '../../store/editor-sides.ts';
import { useView, viewportMoved, viewStore } from '../../store/view-store.ts';
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

/**
 * Where the canvas stands: remembered for each flow and side, at the flow's beginning the first time. It goes where it is
 * remembered to be when that came from somewhere else: the left side goes on with what the right one showed.
 */
export function useCanvasViewport(flowId: string, root: RefObject<HTMLElement | null>) {
  const { setViewport } = useReactFlow();
  const side = use(OnSide);
  const [known] = useState(() => {
    const state = viewStore.getState();
    return state.viewports[viewOf(state, flowId, side)] ?? state.viewports[flowId];
  });
  const moved = useRemembered(flowId, side, known);
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

/**
 * Takes a canvas where its flow is remembered to be, unless it went there itself, and gives what remembers where it went.
 */
function useRemembered(flowId: string, side: EditorSide | null, known: Viewport | undefined) {
  const { setViewport } = useReactFlow();
  const view = useView((state) => viewOf(state, flowId, side));
  const remembered = useView(({ viewports }) => viewports[view]);
  const own = useRef(known);
  const ownView = useRef(view);
  useEffect(() => {
    if (remembered === own.current) return;
    // The other side shows the flow as well now: this one stays where it is, and is remembered apart.
    if (ownView.current !== view && own.current !== undefined) viewportMoved(view, own.current);
    else if (remembered !== undefined) {
      own.current = remembered;
      void setViewport(remembered);
    }
    ownView.current = view;
  }, [remembered, setViewport, view]);
  return useCallback(
    (viewport: Viewport) => {
      own.current = viewport;
      viewportMoved(viewOf(viewStore.getState(), flowId, side), viewport);
    },
    [flowId, side],
  );
}
