import { Graph, layout } from '@dagrejs/dagre';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { cardBox } from './node-size.ts';

const gridPx = 8;

/** Places for the nodes of a flow that are no notes, in columns from left to right with as few crossings as the library finds. */
export function tidyLayout(flow: Flow): ReadonlyMap<string, CanvasPoint> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 64, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  // A note stands where somebody put it: nothing leads there that could say where else it belongs.
  const nodes = flow.nodes.filter(({ kind }) => kind !== 'note');
  for (const node of nodes) {
    const { width, height } = cardBox(node);
    graph.setNode(node.id, { width, height });
  }
  const placed = new Set<string>(nodes.map(({ id }) => id));
  for (const { from, to } of flow.connections)
    if (placed.has(from.node) && placed.has(to)) graph.setEdge(from.node, to);
  layout(graph);
  return new Map(
    nodes.map((node) => {
      const at = graph.node(node.id) as { x: number; y: number };
      const { width, height } = cardBox(node);
      return [node.id, { x: onGrid(at.x - width / 2), y: onGrid(at.y - height / 2) }];
    }),
  );
}

function onGrid(value: number): number {
  return Math.round(value / gridPx) * gridPx;
}
