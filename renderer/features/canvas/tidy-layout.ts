import { Graph, layout } from '@dagrejs/dagre';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { cardBox } from './node-size.ts';

const gridPx = 8;

/** Places for all nodes of a flow, in columns from left to right with as few crossings as the library finds. */
export function tidyLayout(flow: Flow): ReadonlyMap<string, CanvasPoint> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 64, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of flow.nodes) {
    const { width, height } = cardBox(node);
    graph.setNode(node.id, { width, height });
  }
  for (const { from, to } of flow.connections) graph.setEdge(from.node, to);
  layout(graph);
  return new Map(
    flow.nodes.map((node) => {
      const placed = graph.node(node.id) as { x: number; y: number };
      const { width, height } = cardBox(node);
      return [node.id, { x: onGrid(placed.x - width / 2), y: onGrid(placed.y - height / 2) }];
    }),
  );
}

function onGrid(value: number): number {
  return Math.round(value / gridPx) * gridPx;
}
