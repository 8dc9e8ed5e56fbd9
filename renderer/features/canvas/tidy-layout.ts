import { Graph, layout } from '@dagrejs/dagre';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupByNode } from '#shared/flow/group.ts';
import { drawnEnds } from './groups/groups-to-canvas.ts';

const gridPx = 8;

/**
 * Places for the nodes of a flow that are no notes, in columns from left to right with as few crossings as the library finds.
 * Nodes of a group stay beside each other; a collapsed group is placed as the one card that it is.
 */
export function tidyLayout(flow: Flow, collapsed: ReadonlySet<string>): ReadonlyMap<string, CanvasPoint> {
  const graph = new Graph({ compound: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 64, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  // A note stands where somebody put it: nothing leads there that could say where else it belongs.
  const ends = drawnEnds({ flow, collapsed });
  const placed = new Map(
    [...ends.values()].flatMap((end) => (end.node?.kind === 'note' ? [] : [[end.id, end.box]])),
  );
  for (const [id, { width, height }] of placed) graph.setNode(id, { width, height });
  for (const [node, { id }] of groupByNode(flow)) {
    if (collapsed.has(id) || !placed.has(node)) continue;
    graph.setNode(id, {});
    graph.setParent(node, id);
  }
  for (const [source, target] of linesBetween(flow, ends))
    if (placed.has(source) && placed.has(target)) graph.setEdge(source, target);
  layout(graph);
  return new Map(
    [...placed].map(([id, { width, height }]) => {
      const at = graph.node(id) as { x: number; y: number };
      return [id, { x: onGrid(at.x - width / 2), y: onGrid(at.y - height / 2) }];
    }),
  );
}

function linesBetween(
  { connections }: Flow,
  ends: ReadonlyMap<string, { readonly id: string }>,
): readonly (readonly [string, string])[] {
  return connections
    .map(({ from, to }) => [ends.get(from.node)?.id ?? '', ends.get(to)?.id ?? ''] as const)
    .filter(([source, target]) => source !== target);
}

function onGrid(value: number): number {
  return Math.round(value / gridPx) * gridPx;
}
