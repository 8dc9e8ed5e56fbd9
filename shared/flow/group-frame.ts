import { boxAround, type Box } from './box.ts';
import { groupSizes, type Group } from './group.ts';

/** The bar at the top of a frame that holds its name. */
export const groupBarPx = 28;
const leastMarginPx = 8;
const usualMarginPx = 16;
const usualTopPx = 8;
const gridPx = 8;

/** The frame as it is drawn: as the document has it, and larger where what is in it would stick out. */
export function frameBox(group: Pick<Group, 'position' | 'width' | 'height'>, members: readonly Box[]): Box {
  const own = { ...group.position, width: group.width, height: group.height };
  const inside = boxAround(members);
  return (inside === null ? null : boxAround([own, withMargin(inside, leastMarginPx)])) ?? own;
}

/** The usual frame round boxes, on the grid. */
export function fittingFrame(members: readonly Box[]): Box {
  const inside = boxAround(members) ?? { x: 0, y: 0, width: 0, height: 0 };
  const { x, y, width, height } = withMargin(inside, usualMarginPx, usualTopPx);
  const left = Math.floor(x / gridPx) * gridPx;
  const top = Math.floor(y / gridPx) * gridPx;
  return {
    x: left,
    y: top,
    width: Math.max(groupSizes.width.min, Math.ceil((x + width - left) / gridPx) * gridPx),
    height: Math.max(groupSizes.height.min, Math.ceil((y + height - top) / gridPx) * gridPx),
  };
}

/** Whether the middle of a box lies in another one. */
export function hasMiddleIn(box: Box, outer: Box): boolean {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

/** Whether all of a box lies in another one. */
export function isWithin(box: Box, outer: Box): boolean {
  return (
    box.x >= outer.x &&
    box.y >= outer.y &&
    box.x + box.width <= outer.x + outer.width &&
    box.y + box.height <= outer.y + outer.height
  );
}

function withMargin({ x, y, width, height }: Box, marginPx: number, topPx = marginPx): Box {
  return {
    x: x - marginPx,
    y: y - topPx - groupBarPx,
    width: width + 2 * marginPx,
    height: height + topPx + marginPx + groupBarPx,
  };
}
