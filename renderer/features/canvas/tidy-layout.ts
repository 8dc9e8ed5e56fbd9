import { Graph, layout } from '@dagrejs/dagre';
import { boxAround } from '#shared/flow/box.ts';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { onGrid } from './canvas-grid.ts';
import { cardBox } from './node-size.ts';

/**
 * Places in columns from left to right, with as few crossings as the library finds, for some nodes of a flow or for all
 * of them. They begin at the top left where they began before; what stood above something else stays above it where that
 * crosses no more lines.
 */
export function tidyLayout(
  flow: Flow,
  only: ReadonlySet<string> | null = null,
): ReadonlyMap<string, CanvasPoint> {
  // A note stands where somebody put it: nothing leads there that could say where else it belongs.
  const nodes = flow.nodes
    .filter(({ id, kind }) => kind !== 'note' && (only === null || only.has(id)))
    .toSorted(asPlaced);
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 64, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  // The library takes nodes and edges in their order where nothing else decides.
  for (const node of nodes) {
    const { width, height } = cardBox(node);
    graph.setNode(node.id, { width, height });
  }
  const rank = new Map<string, number>(nodes.map(({ id }, at) => [id, at]));
  const lines = flow.connections
    .filter(({ from, to }) => rank.has(from.node) && rank.has(to))
    .toSorted((a, b) => (rank.get(a.to) ?? 0) - (rank.get(b.to) ?? 0));
  for (const { from, to } of lines) graph.setEdge(from.node, to);
  layout(graph);
  return anchored(nodes, (id) => graph.node(id) as CanvasPoint);
}

function asPlaced(a: FlowNode, b: FlowNode): number {
  return a.position.y - b.position.y || a.position.x - b.position.x;
}

// The library tells middles, from the top left of its own.
function anchored(
  nodes: readonly FlowNode[],
  middleOf: (id: string) => CanvasPoint,
): ReadonlyMap<string, CanvasPoint> {
  const anchor = boxAround(nodes.map(cardBox)) ?? { x: 0, y: 0 };
  const laid = nodes.map((node) => {
    const { width, height } = cardBox(node);
    const { x, y } = middleOf(node.id);
    return [node.id, onGrid({ x: x - width / 2, y: y - height / 2 })] as const;
  });
  const left = Math.min(...laid.map(([, { x }]) => x));
  const top = Math.min(...laid.map(([, { y }]) => y));
  return new Map(laid.map(([id, { x, y }]) => [id, { x: anchor.x + x - left, y: anchor.y + y - top }]));
}
