import type { ReactFlowInstance } from '@xyflow/react';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';

/** The point of the flow that stands in the middle of the canvas, moved so that a card put there is centred. */
export function canvasMiddle(
  { screenToFlowPosition }: Pick<ReactFlowInstance, 'screenToFlowPosition'>,
  canvas: HTMLElement | null,
): CanvasPoint {
  const box = canvas?.getBoundingClientRect();
  if (box === undefined) return { x: 0, y: 0 };
  const middle = screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  return { x: middle.x - 90, y: middle.y - 40 };
}
