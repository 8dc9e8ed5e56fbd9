import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import { viewStore } from '../../store/view-store.ts';

/** The step of the grid: what an arrow moves by and what cards snap to. */
export const gridPx = 8;

/** The point of the grid that is nearest. */
export function onGrid({ x, y }: CanvasPoint): CanvasPoint {
  return { x: Math.round(x / gridPx) * gridPx + 0, y: Math.round(y / gridPx) * gridPx + 0 };
}

/** The place for something that is put down by hand: on the grid where that is wanted. */
export function putDown(at: CanvasPoint, free: boolean): CanvasPoint {
  return free || !viewStore.getState().snap ? at : onGrid(at);
}
