import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import { wholePixels } from '#shared/flow/canvas-point.ts';
import type { FlowFragment } from '#shared/flow/flow-fragment.ts';
import type { Flow } from '#shared/flow/flow.ts';

/** A copy stands this far from what it was copied from, and from the copy before it. */
export const copyStepPx = 32;

/** The first offset from the wanted one on, down to the right, at which no copied node would lie upon a node of the flow. */
export function freeOffset(flow: Flow, fragment: FlowFragment, wanted: CanvasPoint): CanvasPoint {
  const taken = new Set(flow.nodes.map(({ position }) => placeKey(position)));
  const isTaken = ({ x, y }: CanvasPoint) =>
    fragment.nodes.some(({ position }) => taken.has(placeKey({ x: position.x + x, y: position.y + y })));
  let offset = wanted;
  while (isTaken(offset)) offset = { x: offset.x + copyStepPx, y: offset.y + copyStepPx };
  return offset;
}

function placeKey(point: CanvasPoint): string {
  const { x, y } = wholePixels(point);
  return `${String(x)} ${String(y)}`;
}
