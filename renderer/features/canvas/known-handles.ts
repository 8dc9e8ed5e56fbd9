import { Position, type NodeHandle } from '@xyflow/react';
import type { PathDirection } from './connection-path.ts';
import { inHandle, outHandle, topHandle, type CanvasItem } from './canvas-model.ts';
import { entryPoint, exitPoint } from './flow-to-canvas.ts';
import { collapsedHeadPx } from './groups/collapsed-box.ts';
import { cardBox } from './node-size.ts';

/** The width and height of a port, and of a way in, which is only where lines end. */
const portPx = 9;
const entryPx = 1;

/**
 * Cards with the places of their handles, from the document alone. Without them the canvas library makes every card of a
 * flow once to measure them, also those that are not in view.
 */
export function withHandles(items: readonly CanvasItem[]): readonly CanvasItem[] {
  return items.map((item) => ({ ...item, handles: handlesOf(item) }));
}

function handlesOf(item: CanvasItem): NodeHandle[] {
  if (item.type === 'group') return item.data.collapsed ? groupHandles(item.width ?? 0) : [];
  const { exits, leavesBelow, node } = item.data;
  if (node.kind === 'note') return [];
  const end = { id: node.id, name: node.name, node, box: { ...cardBox(node), x: 0, y: 0 } };
  const direction: PathDirection = leavesBelow ? 'down' : 'across';
  const ports = exits.map(({ name }) =>
    handle(name, 'source', leavesBelow ? Position.Bottom : Position.Right, exitPoint(end, name, direction)),
  );
  if (node.kind === 'start') return ports;
  return [
    ...ports,
    handle(inHandle, 'target', Position.Left, entryPoint(end, 'across')),
    handle(topHandle, 'target', Position.Top, entryPoint(end, 'down')),
  ];
}

function groupHandles(width: number): NodeHandle[] {
  return [
    handle(inHandle, 'target', Position.Left, { x: 0, y: collapsedHeadPx }),
    handle(outHandle, 'source', Position.Right, { x: width, y: collapsedHeadPx }),
  ];
}

function handle(
  id: string,
  type: 'source' | 'target',
  position: Position,
  { x, y }: { readonly x: number; readonly y: number },
): NodeHandle {
  const size = type === 'source' ? portPx : entryPx;
  return { id, type, position, x: x - size / 2, y: y - size / 2, width: size, height: size };
}
