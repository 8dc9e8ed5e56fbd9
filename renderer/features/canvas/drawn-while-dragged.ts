import { withPositions } from '#shared/flow/edit-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupsOf } from '#shared/flow/group.ts';
import type { DraggedPlaces } from './canvas-changes.ts';
import type { CanvasItem, CanvasLine } from './canvas-model.ts';
import type { CanvasSource } from './canvas-source.ts';
import { canvasLines, canvasNodes, isRouted } from './flow-to-canvas.ts';
import { withItemsAt } from './groups/group-edits.ts';
import { canvasItems } from './groups/groups-to-canvas.ts';
import { withHandles } from './known-handles.ts';
import { isLarge } from './large-flow.ts';

/** Cards and lines as the canvas takes them. */
export interface CanvasPicture {
  readonly nodes: readonly CanvasItem[];
  readonly lines: readonly CanvasLine[];
}

/**
 * A flow as it is drawn.
 *
 * @param whole the flow that it is a part of: how large that is decides how it is drawn
 */
export function canvasPicture(source: CanvasSource, whole: Flow = source.flow): CanvasPicture {
  const items = canvasItems(source, canvasNodes(source));
  const nodes = isLarge(whole) ? withHandles(items) : items;
  return { nodes, lines: canvasLines(source, isRouted(whole)) };
}

/**
 * The picture of a flow while some of its cards are dragged. Of a large flow only these cards, what leads to them and the
 * lines between are made anew: there no line looks for a way round others, and every frame counts.
 */
export function drawnWhileDragged(
  source: CanvasSource,
  still: CanvasPicture,
  dragged: DraggedPlaces,
): CanvasPicture {
  if (dragged.size === 0) return still;
  // A frame takes along what is in it, and grows with it.
  if (isRouted(source.flow) || groupsOf(source.flow).length > 0)
    return canvasPicture({ ...source, flow: withItemsAt(source.flow, dragged) });
  const near = nearTo(source.flow, dragged);
  const part = canvasPicture({ ...source, flow: partAround(source.flow, near, dragged) }, source.flow);
  // Of what stands further off not every connection is known here.
  const cards = new Map(part.nodes.filter(({ id }) => near.has(id)).map((node) => [node.id, node]));
  const lines = new Map(part.lines.map((line) => [line.id, line]));
  return {
    nodes: still.nodes.map((node) => cards.get(node.id) ?? node),
    lines: still.lines.map((line) => lines.get(line.id) ?? line),
  };
}

/** The dragged cards and their neighbours. */
function nearTo({ connections }: Flow, dragged: DraggedPlaces): ReadonlySet<string> {
  const near = new Set<string>(dragged.keys());
  for (const { from, to } of connections) {
    if (dragged.has(from.node)) near.add(to);
    if (dragged.has(to)) near.add(from.node);
  }
  return near;
}

// With every connection of what is near, and the nodes at their other ends.
function partAround(flow: Flow, near: ReadonlySet<string>, dragged: DraggedPlaces): Flow {
  const connections = flow.connections.filter(({ from, to }) => near.has(from.node) || near.has(to));
  const ends = new Set<string>([...near, ...connections.flatMap(({ from, to }) => [from.node, to])]);
  const nodes = flow.nodes.filter(({ id }) => ends.has(id));
  return withPositions({ ...flow, nodes, connections }, dragged);
}
