import { Graph, layout } from '@dagrejs/dagre';
import { boxAround } from '#shared/flow/box.ts';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import type { Connection, Flow } from '#shared/flow/flow.ts';
import { groupByNode, type Group } from '#shared/flow/group.ts';
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
  const rank = new Map<string, number>(nodes.map(({ id }, at) => [id, at]));
  const lines = flow.connections
    .filter(({ from, to }) => rank.has(from.node) && rank.has(to))
    .toSorted((a, b) => (rank.get(a.to) ?? 0) - (rank.get(b.to) ?? 0));
  const groups = groupByNode(flow);
  const least = laidOut(nodes, lines, groups, false);
  // Each line is held against each other one.
  if (lines.length > comparedLines) return anchored(nodes, least);
  const byHand = laidOut(nodes, lines, groups, true);
  return anchored(nodes, crossings(lines, byHand) <= crossings(lines, least) ? byHand : least);
}

const comparedLines = 1000;

/** The middles of cards by node. */
type Middles = ReadonlyMap<string, CanvasPoint>;

function laidOut(
  nodes: readonly FlowNode[],
  lines: readonly Connection[],
  groups: ReadonlyMap<string, Group>,
  keepsOrder: boolean,
): Middles {
  const graph = new Graph({ compound: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 64, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) {
    const { width, height } = cardBox(node);
    graph.setNode(node.id, { width, height });
    const group = groups.get(node.id);
    if (group === undefined) continue;
    // Nodes of a group stay beside each other.
    graph.setNode(group.id, {});
    graph.setParent(node.id, group.id);
  }
  for (const { from, to } of lines) graph.setEdge(from.node, to);
  // In their order the nodes and edges are as they were placed by hand.
  layout(graph, { disableOptimalOrderHeuristic: keepsOrder });
  return new Map(nodes.map(({ id }) => [id, graph.node(id) as CanvasPoint]));
}

function crossings(lines: readonly Connection[], middles: Middles): number {
  const pieces = lines.flatMap(({ from, to }) => {
    const start = middles.get(from.node);
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

function asPlaced(a: FlowNode, b: FlowNode): number {
  return a.position.y - b.position.y || a.position.x - b.position.x;
}

// The library counts from the top left of its own.
function anchored(nodes: readonly FlowNode[], middles: Middles): ReadonlyMap<string, CanvasPoint> {
  const anchor = boxAround(nodes.map(cardBox)) ?? { x: 0, y: 0 };
  const laid = nodes.map((node) => {
    const { width, height } = cardBox(node);
    const { x, y } = middles.get(node.id) ?? node.position;
    return [node.id, onGrid({ x: x - width / 2, y: y - height / 2 })] as const;
  });
  const left = Math.min(...laid.map(([, { x }]) => x));
  const top = Math.min(...laid.map(([, { y }]) => y));
  return new Map(laid.map(([id, { x, y }]) => [id, { x: anchor.x + x - left, y: anchor.y + y - top }]));
}
