import type { CanvasPoint } from './canvas-point.ts';
import { boxAround, spanOf, type Axis, type Box, type Span } from './box.ts';

/** What boxes can be lined up by. */
export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];

const parts: Readonly<Record<Alignment, readonly [Axis, keyof Span]>> = {
  left: ['x', 'start'],
  centre: ['x', 'middle'],
  right: ['x', 'end'],
  top: ['y', 'start'],
  middle: ['y', 'middle'],
  bottom: ['y', 'end'],
};

/** Boxes by the id of what they are of. */
export type BoxesById = ReadonlyMap<string, Box>;

/** Places at which the boxes are lined up by an edge or the middle of all of them together. */
export function alignedPlaces(boxes: BoxesById, alignment: Alignment): ReadonlyMap<string, CanvasPoint> {
  const [axis, part] = parts[alignment];
  const around = boxAround([...boxes.values()]);
  if (around === null) return new Map();
  const line = spanOf(around, axis)[part];
  return placesAlong(boxes, axis, (box) => spanOf(box, axis).start + line - spanOf(box, axis)[part]);
}

/**
 * Places with equal gaps along a direction: the two outermost stay where they are, those between keep their order. Where
 * there is too little room the gaps are equal all the same, and negative.
 */
export function distributedPlaces(boxes: BoxesById, axis: Axis): ReadonlyMap<string, CanvasPoint> {
  const sorted = [...boxes].toSorted(([, a], [, b]) => spanOf(a, axis).middle - spanOf(b, axis).middle);
  const first = sorted[0]?.[1];
  const last = sorted.at(-1)?.[1];
  if (first === undefined || last === undefined || sorted.length < 3) return new Map();
  const between = sorted.slice(1, -1);
  const taken = between.reduce((sum, [, box]) => sum + lengthOf(box, axis), 0);
  const gap = (spanOf(last, axis).start - spanOf(first, axis).end - taken) / (sorted.length - 1);
  const starts = new Map<string, number>();
  let from = spanOf(first, axis).end + gap;
  for (const [id, box] of between) {
    starts.set(id, from);
    from += lengthOf(box, axis) + gap;
  }
  return placesAlong(boxes, axis, (box, id) => starts.get(id) ?? spanOf(box, axis).start);
}

function placesAlong(
  boxes: BoxesById,
  axis: Axis,
  startOf: (box: Box, id: string) => number,
): ReadonlyMap<string, CanvasPoint> {
  return new Map(
    [...boxes].map(([id, box]) => {
      const start = startOf(box, id);
      return [id, axis === 'x' ? { x: start, y: box.y } : { x: box.x, y: start }];
    }),
  );
}

function lengthOf(box: Box, axis: Axis): number {
  return axis === 'x' ? box.width : box.height;
}
