/** A rectangle on the canvas, in pixels at 100 %: where something stands and how large it is. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The two directions of the canvas. */
export type Axis = 'x' | 'y';

/** A box seen along one direction. */
export interface Span {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** What a box takes up along a direction. */
export function spanOf(box: Box, axis: Axis): Span {
  const start = axis === 'x' ? box.x : box.y;
  const length = axis === 'x' ? box.width : box.height;
  return { start, middle: start + length / 2, end: start + length };
}

/** The other direction. */
export const across = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');

/** The box, moved. */
export function movedBox(box: Box, by: { readonly x: number; readonly y: number }): Box {
  return { ...box, x: box.x + by.x, y: box.y + by.y };
}

/** The smallest box round some boxes; `null` round none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = least(boxes, (box) => box.x);
  const y = least(boxes, (box) => box.y);
  return {
    x,
    y,
    width: -least(boxes, (box) => -box.x - box.width) - x,
    height: -least(boxes, (box) => -box.y - box.height) - y,
  };
}

// More boxes than a call can have arguments are no trouble.
function least(boxes: readonly Box[], of: (box: Box) => number): number {
  return boxes.reduce((found, box) => Math.min(found, of(box)), Number.POSITIVE_INFINITY);
}

/** Whether two spans have a piece in common, not only an end. */
export function spansMeet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether two boxes lie upon one another. */
export function boxesMeet(a: Box, b: Box): boolean {
  return spansMeet(spanOf(a, 'x'), spanOf(b, 'x')) && spansMeet(spanOf(a, 'y'), spanOf(b, 'y'));
}
