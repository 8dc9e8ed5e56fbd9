import { groupSizes, type Group } from './group.ts';

/** A rectangle on the canvas, in pixels at 100 %. */
export interface CanvasBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The bar at the top of a frame that holds its name. */
export const groupBarPx = 28;
const leastMarginPx = 8;
const usualMarginPx = 16;
const usualTopPx = 8;
const gridPx = 8;

/** The frame as it is drawn: as the document has it, and larger where what is in it would stick out. */
export function frameBox(
  group: Pick<Group, 'position' | 'width' | 'height'>,
  members: readonly CanvasBox[],
): CanvasBox {
  const own = { ...group.position, width: group.width, height: group.height };
  return members.length === 0 ? own : boxAround([own, withMargin(boxAround(members), leastMarginPx)]);
}

/** The usual frame round boxes, on the grid. */
export function fittingFrame(members: readonly CanvasBox[]): CanvasBox {
  const { x, y, width, height } = withMargin(boxAround(members), usualMarginPx, usualTopPx);
  const left = Math.floor(x / gridPx) * gridPx;
  const top = Math.floor(y / gridPx) * gridPx;
  return {
    x: left,
    y: top,
    width: Math.max(groupSizes.width.min, Math.ceil((x + width - left) / gridPx) * gridPx),
    height: Math.max(groupSizes.height.min, Math.ceil((y + height - top) / gridPx) * gridPx),
  };
}

/** The smallest box that holds all of some boxes; all of nothing is nothing at the origin. */
export function boxAround(boxes: readonly CanvasBox[]): CanvasBox {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = least(boxes, (box) => box.x);
  const y = least(boxes, (box) => box.y);
  return {
    x,
    y,
    width: -least(boxes, (box) => -box.x - box.width) - x,
    height: -least(boxes, (box) => -box.y - box.height) - y,
  };
}

/** Whether the middle of a box lies in another one. */
export function hasMiddleIn(box: CanvasBox, outer: CanvasBox): boolean {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

/** Whether all of a box lies in another one. */
export function isWithin(box: CanvasBox, outer: CanvasBox): boolean {
  return (
    box.x >= outer.x &&
    box.y >= outer.y &&
    box.x + box.width <= outer.x + outer.width &&
    box.y + box.height <= outer.y + outer.height
  );
}

function withMargin({ x, y, width, height }: CanvasBox, marginPx: number, topPx = marginPx): CanvasBox {
  return {
    x: x - marginPx,
    y: y - topPx - groupBarPx,
    width: width + 2 * marginPx,
    height: height + topPx + marginPx + groupBarPx,
  };
}

function least(boxes: readonly CanvasBox[], of: (box: CanvasBox) => number): number {
  return boxes.reduce((found, box) => Math.min(found, of(box)), Number.POSITIVE_INFINITY);
}
