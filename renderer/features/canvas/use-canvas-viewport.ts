import { useReactFlow, type Viewport } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { viewportMoved, viewStore } from '../../store/view-store.ts';
import { flowNow } from './canvas-edits.ts';

/** What is kept free round a fitted flow, so that the palette and the controls cover nothing. */
export const fitPadding = { left: '64px', right: '32px', top: '24px', bottom: '56px' } as const;
export const fitLimits = { minZoom: 0.4, maxZoom: 1 } as const;

/** Above this, fitting would only give a picture too small to read. */
const fittedNodes = 300;

/** Where the canvas stands: remembered for each flow, fitted the first time. */
export function useCanvasViewport(flowId: string) {
  const { fitView } = useReactFlow();
  const [known] = useState(() => viewStore.getState().viewports[flowId]);
  const fitsFirst = known === undefined && (flowNow(flowId)?.nodes.length ?? 0) <= fittedNodes;
  const onInit = useCallback(() => {
    if (fitsFirst) void fitView({ padding: fitPadding, ...fitLimits });
  }, [fitView, fitsFirst]);
  const onMoveEnd = useCallback(
    (_event: unknown, { x, y, zoom }: Viewport) => viewportMoved(flowId, { x, y, zoom }),
    [flowId],
  );
  return { defaultViewport: known ?? { x: 80, y: 40, zoom: 1 }, onInit, onMoveEnd };
}
