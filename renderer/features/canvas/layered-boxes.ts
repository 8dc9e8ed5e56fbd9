import { Graph, layout } from '@dagrejs/dagre';
import { boxAround, movedBox, type Box } from '#shared/flow/box.ts';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import { onGrid } from './canvas-grid.ts';

/** Something that is to be laid out: a card, or all of a group. */
export interface LaidItem {
  readonly id: string;
  readonly box: Box;
}

/** From one item to another one. */
export type LaidLine = readonly [from: string, to: string];

/**
 * The items in columns from left to right, with as few crossings as the library finds. They begin at the top left where
 * they began before; what stood above something else stays above it where that crosses no more lines.
 */
export function layeredBoxes(
  items: readonly LaidItem[],
  lines: readonly LaidLine[],
): ReadonlyMap<string, Box> {
  const sorted = items.toSorted(asPlaced);
  const rank = new Map(sorted.map(({ id }, at) => [id, at]));
  const known = lines
    .filter(([from, to]) => rank.has(from) && rank.has(to))
    .toSorted(([, a], [, b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const least = laidOut(sorted, known, false);
  // Each line is held against each other one.
  if (known.length > comparedLines) return anchored(sorted, least);
  const byHand = laidOut(sorted, known, true);
  return anchored(sorted, crossings(known, byHand) <= crossings(known, least) ? byHand : least);
}

const comparedLines = 1000;

/** The middles of boxes by item. */
type Middles = ReadonlyMap<string, CanvasPoint>;

function laidOut(items: readonly LaidItem[], lines: readonly LaidLine[], keepsOrder: boolean): Middles {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 64, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, box } of items) graph.setNode(id, { width: box.width, height: box.height });
  for (const [from, to] of lines) graph.setEdge(from, to);
  // In their order the items and lines are as they were placed by hand.
  layout(graph, { disableOptimalOrderHeuristic: keepsOrder });
  return new Map(items.map(({ id }) => [id, graph.node(id) as CanvasPoint]));
}

function crossings(lines: readonly LaidLine[], middles: Middles): number {
  const pieces = lines.flatMap(([from, to]) => {
    const start = middles.get(from);
    const end = middles.get(to);
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
  let count = 0;
  pieces.forEach((one, at) => {
    for (const other of pieces.slice(at + 1)) if (cross(one, other)) count += 1;
  });
  return count;
}

interface Piece {
  readonly start: CanvasPoint;
  readonly end: CanvasPoint;
}

function cross(one: Piece, other: Piece): boolean {
  return (
    side(one, other.start) * side(one, other.end) < 0 && side(other, one.start) * side(other, one.end) < 0
  );
}

function side({ start, end }: Piece, { x, y }: CanvasPoint): number {
  return Math.sign((end.x - start.x) * (y - start.y) - (end.y - start.y) * (x - start.x));
}

function asPlaced({ box: a }: LaidItem, { box: b }: LaidItem): number {
  return a.y - b.y || a.x - b.x;
}

// The library counts from the top left of its own.
function anchored(items: readonly LaidItem[], middles: Middles): ReadonlyMap<string, Box> {
  const laid = items.map(({ id, box }) => {
    const { x, y } = middles.get(id) ?? box;
    return [id, { ...box, ...onGrid({ x: x - box.width / 2, y: y - box.height / 2 }) }] as const;
  });
  const before = boxAround(items.map(({ box }) => box));
  const after = boxAround(laid.map(([, box]) => box));
  if (before === null || after === null) return new Map();
  const by = { x: before.x - after.x, y: before.y - after.y };
  return new Map(laid.map(([id, box]) => [id, movedBox(box, by)]));
}
