import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import { connectionOf } from '#shared/flow/edit-flow.ts';
import { reachableFrom, type FlowExit } from '#shared/flow/insert-on-connection.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { gridPx } from './canvas-grid.ts';
import { directionOf, entryPoint, exitPoint } from './flow-to-canvas.ts';
import { endOf } from './groups/groups-to-canvas.ts';
import { cardBox, gapPx } from './node-size.ts';

/** Where a node stands that comes between two others, and where others go to make room for it. */
export interface RoomBetween {
  readonly place: CanvasPoint;
  readonly moved: ReadonlyMap<string, CanvasPoint>;
}

/** The least space between two cards of which one has come between. */
const leastGapPx = 40;

/**
 * Room for a node on a connection: in the middle where there is enough of it; else what comes after the connection moves on
 * as a whole, so that its own layout stays. What stands before the connection, or beside it, is left alone.
 */
export function roomBetween(flow: Flow, exit: FlowExit, node: FlowNode): RoomBetween | null {
  const line = connectionOf(flow, exit.node, exit.exit);
  const source = flow.nodes.find(({ id }) => id === exit.node);
  const target = flow.nodes.find(({ id }) => id === line?.to);
  if (source === undefined || target === undefined) return null;
  const box = cardBox(node);
  const from = cardBox(source);
  const to = cardBox(target);
  const direction = directionOf(endOf(source), endOf(target));
  const leave = exitPoint(endOf(source), exit.exit, direction);
  const enter = entryPoint(endOf(target), direction);
  if (direction === 'down') {
    const { start, push } = roomAlong(from.y + from.height, to.y, box.height);
    const x = (leave.x + enter.x - box.width) / 2;
    return { place: { x, y: start }, moved: pushed(flow, source.id, target, { x: 0, y: push }) };
  }
  const y = (leave.y + enter.y) / 2 - headMiddlePx;
  if (to.x < from.x + from.width) {
    // It leads back: there is no room to be made between two that stand the other way round.
    return { place: { x: (leave.x + enter.x - box.width) / 2, y }, moved: new Map() };
  }
  const { start, push } = roomAlong(from.x + from.width, to.x, box.width);
  return { place: { x: start, y }, moved: pushed(flow, source.id, target, { x: push, y: 0 }) };
}

const headMiddlePx = 17;

function roomAlong(
  end: number,
  next: number,
  length: number,
): { readonly start: number; readonly push: number } {
  const spare = next - end - length;
  if (spare >= 2 * leastGapPx) return { start: end + spare / 2, push: 0 };
  const push = Math.ceil((2 * gapPx - spare) / gridPx) * gridPx;
  return { start: end + gapPx, push };
}

function pushed(
  flow: Flow,
  sourceId: string,
  target: FlowNode,
  by: CanvasPoint,
): ReadonlyMap<string, CanvasPoint> {
  if (by.x === 0 && by.y === 0) return new Map();
  const after = reachableFrom(flow, target.id);
  const { x, y } = target.position;
  const isOn = ({ position }: FlowNode) => (by.x > 0 ? position.x >= x : position.y >= y);
  const moved = flow.nodes.filter((node) => node.id !== sourceId && after.has(node.id) && isOn(node));
  return new Map(
    moved.map(({ id, position }) => [id, { x: position.x + by.x, y: position.y + by.y }] as const),
  );
}
