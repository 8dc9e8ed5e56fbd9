import { Position } from '@xyflow/react';
import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import type { Connection, Flow } from '#shared/flow/flow.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import { noteTitle } from '#shared/nodes/note-node.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { nodeMarkId, type ProblemMark } from '../../store/problems-store.ts';
import {
  inHandle,
  outHandle,
  topHandle,
  type BreakpointLook,
  type CanvasLine,
  type CanvasNode,
  type CardExit,
  type ConnectionLook,
} from './canvas-model.ts';
import type { CanvasRun, CanvasSource } from './canvas-source.ts';
import { errorNodeWords } from './error-node-words.ts';
import { arrowGapPx, connectionPath, type PathDirection, type PathPoint } from './connection-path.ts';
import { collapsedHeadPx } from './groups/collapsed-box.ts';
import { drawnEnds, type DrawnEnd } from './groups/groups-to-canvas.ts';
import { mergedLines } from './groups/merged-lines.ts';
import { lineId } from './line-names.ts';
import { cardBox, exitRowPx, hasLoneExit, isPill, type CardBox } from './node-size.ts';

/** Above this, lines do not look for a way round cards. */
const routedNodes = 400;

/** The cards of a flow: the one place where a document becomes canvas nodes. */
export function canvasNodes(source: CanvasSource): CanvasNode[] {
  const { breakpoints, flow, documentNames, selection, run, problems, standIns } = source;
  const selected = new Set(selection.nodes);
  const below = nodesThatLeaveBelow(flow, drawnEnds(source));
  const looks = exitLooks(flow, run);
  const stops = breakpointLooks(breakpoints);
  // Flow order, so that Tab goes from card to card as a conversation would.
  return flowOrder(flow).map(({ node }) => {
    const needed = documentNeeded(node);
    const box = cardBox(node);
    const problem = problems.get(nodeMarkId(flow.id, node.id)) ?? null;
    const errorNode = errorNodeWords(flow, node.id, run?.nodes[node.id]);
    return {
      id: node.id,
      type: 'card',
      position: node.position,
      width: box.width,
      height: box.height,
      measured: { width: box.width, height: box.height },
      sourcePosition: below.has(node.id) ? Position.Bottom : Position.Right,
      selected: selected.has(node.id),
      ...labelAndDepth(node, selected.has(node.id)),
      ...described(problem, errorNode, isFound(source, node.id)),
      data: {
        flowId: flow.id,
        node,
        needsName: needed === null ? null : (documentNames.get(needed) ?? null),
        needsMissing: needed !== null && !documentNames.has(needed),
        run: run?.nodes[node.id] ?? null,
        breakpoint: stops.get(lineId(node.id, '')) ?? null,
        problem,
        errorNode,
        standIn: standInOf(standIns, node.id),
        exits: nodeExits(node).map((name): CardExit => ({
          name,
          title: exitName(node, name),
          look: looks.get(lineId(node.id, name)) ?? 'open',
          breakpoint: stops.get(lineId(node.id, name)) ?? null,
        })),
        leavesBelow: below.has(node.id),
      },
    };
  });
}

function documentNeeded(node: FlowNode): string | null {
  if (node.kind === 'api-call') return node.config.endpoint;
  return node.kind === 'sub-flow' ? node.config.flow : null;
}

function isFound({ found }: CanvasSource, nodeId: string): boolean {
  return found?.has(nodeId) === true;
}

function described(
  problem: ProblemMark | null,
  errorNode: string | null,
  found: boolean,
): Pick<CanvasNode, 'domAttributes'> {
  const words = [errorNode, problem?.words].filter((each) => typeof each === 'string').join('. ');
  if (words === '' && !found) return {};
  const mark = found ? { 'data-found': 'true' } : {};
  return { domAttributes: { ...(words !== '' && { 'aria-description': words }), ...mark } };
}

// A note lies under the cards, also while it is selected, for which the canvas lifts it by a thousand.
function labelAndDepth(node: FlowNode, isSelected: boolean): Pick<CanvasNode, 'ariaLabel' | 'zIndex'> {
  if (node.kind !== 'note') return { ariaLabel: node.name };
  return { ariaLabel: `Note: ${noteTitle(node)}`, zIndex: isSelected ? -1001 : -1 };
}

/** Whether lines look for a way round cards: in a large flow that would take too long. */
export const isRouted = ({ nodes }: Flow): boolean => nodes.length <= routedNodes;

/** The lines of a flow, taken ones last so that they lie above the others; between nodes of one collapsed group there are none. */
export function canvasLines(canvas: CanvasSource, routed: boolean): CanvasLine[] {
  const { flow, selection, run } = canvas;
  const ends = drawnEnds(canvas);
  const boxes = routed ? solidBoxes(ends) : new Map<string, CardBox>();
  const selected = new Set(selection.connections.map(({ node, exit }) => lineId(node, exit)));
  const looks = exitLooks(flow, run);
  const lines = flow.connections.flatMap(({ from, to }): CanvasLine[] => {
    const source = ends.get(from.node);
    const target = ends.get(to);
    if (source === undefined || target === undefined || isHiddenWithin(source, target)) return [];
    const id = lineId(from.node, from.exit);
    const direction = directionOf(source, target);
    const tip = entryPoint(target, direction);
    const look = lineLook(looks.get(id), run, to);
    const start = exitPoint(source, from.exit, direction);
    const obstacles = othersThan(boxes, source.id, target.id);
    const isWhole = source.node !== null;
    const name = isWhole ? `${source.name}, ${exitName(source.node, from.exit)}` : source.name;
    return [
      {
        id: isWhole ? id : `${source.id} ${target.id}`,
        type: 'line',
        source: source.id,
        sourceHandle: isWhole ? from.exit : outHandle,
        target: target.id,
        targetHandle: direction === 'down' ? topHandle : inHandle,
        selected: isWhole && selected.has(id),
        selectable: isWhole,
        reconnectable: isWhole,
        zIndex: look === 'idle' ? 0 : 1,
        ariaLabel: `${name}, to ${target.name}`,
        // Reached by a key from its card, and no stop of Tab: a flow has more connections than cards.
        domAttributes: { tabIndex: -1 },
        ariaRole: 'group',
        data: {
          flowId: flow.id,
          path: connectionPath(start, tip, direction, obstacles, [source.box, target.box]),
          tip,
          direction,
          look,
          exit: from.exit,
        },
      },
    ];
  });
  return mergedLines(lines).sort((a, b) => (a.zIndex ?? 0) - (b.zIndex ?? 0));
}

function isHiddenWithin(source: DrawnEnd, target: DrawnEnd): boolean {
  return source.node === null && source.id === target.id;
}

/** What lines go round: every card but notes. */
function solidBoxes(ends: ReadonlyMap<string, DrawnEnd>): ReadonlyMap<string, CardBox> {
  return new Map(
    [...ends.values()].filter(({ node }) => node?.kind !== 'note').map(({ box, id }) => [id, box] as const),
  );
}

function standInOf(standIns: CanvasSource['standIns'], nodeId: string): StandInShown | null {
  return standIns?.get(nodeId) ?? null;
}

function othersThan(boxes: ReadonlyMap<string, CardBox>, source: string, target: string): readonly CardBox[] {
  return [...boxes].filter(([id]) => id !== source && id !== target).map(([, box]) => box);
}

function lineLook(
  exit: CardExit['look'] | undefined,
  run: CanvasRun | undefined,
  target: string,
): ConnectionLook {
  if (exit === 'failed') return 'failed';
  if (exit !== 'taken') return 'idle';
  return run?.outcome === 'running' && run.currentNodeId === target ? 'running' : 'taken';
}

function exitLooks(flow: Flow, run: CanvasRun | undefined): ReadonlyMap<string, CardExit['look']> {
  const looks = new Map<string, CardExit['look']>();
  for (const { from } of flow.connections) looks.set(lineId(from.node, from.exit), 'connected');
  for (const { node, exit, failed } of run?.taken ?? [])
    looks.set(lineId(node, exit), failed ? 'failed' : 'taken');
  // No line shows the way to the error node: the exit that it was taken for does.
  for (const { jump } of Object.values(run?.nodes ?? {}))
    if (jump !== undefined) looks.set(lineId(jump.nodeId, jump.exit), 'failed');
  return looks;
}

/** By line; a breakpoint before a node has no exit. */
function breakpointLooks(breakpoints: readonly Breakpoint[]): ReadonlyMap<string, BreakpointLook> {
  return new Map(
    breakpoints.map(({ condition, exit, node }) => [
      lineId(node, exit ?? ''),
      condition.trim() === '' ? 'plain' : 'conditional',
    ]),
  );
}

function nodesThatLeaveBelow(
  { connections }: Flow,
  ends: ReadonlyMap<string, DrawnEnd>,
): ReadonlySet<string> {
  const goesDown = ({ from, to }: Connection): boolean => {
    const source = ends.get(from.node);
    const target = ends.get(to);
    return source !== undefined && target !== undefined && directionOf(source, target) === 'down';
  };
  return new Set(connections.filter(goesDown).map(({ from }) => from.node));
}

// A lone exit goes straight down where the target stands below in the same column.
export function directionOf(
  { node, box: from }: DrawnEnd,
  { node: target, box: to }: DrawnEnd,
): PathDirection {
  if (node === null || target === null || !hasLoneExit(node)) return 'across';
  const overlaps = from.x < to.x + to.width && to.x < from.x + from.width;
  return overlaps && to.y >= from.y + from.height + 12 ? 'down' : 'across';
}

/** Where a connection leaves a card. */
export function exitPoint({ box, node }: DrawnEnd, exit: string, direction: PathDirection): PathPoint {
  if (direction === 'down') return { x: box.x + box.width / 2, y: box.y + box.height };
  if (node === null || hasLoneExit(node)) return { x: box.x + box.width, y: box.y + headMiddle(node) };
  const exits = nodeExits(node);
  const row = Math.max(0, exits.indexOf(exit));
  const firstRow = box.height - exits.length * exitRowPx - 5;
  return { x: box.x + box.width, y: box.y + firstRow + row * exitRowPx + exitRowPx / 2 };
}

/** Where a connection enters a card: the arrow's tip. */
export function entryPoint({ box, node }: DrawnEnd, direction: PathDirection): PathPoint {
  return direction === 'down'
    ? { x: box.x + box.width / 2, y: box.y - arrowGapPx }
    : { x: box.x - arrowGapPx, y: box.y + headMiddle(node) };
}

function headMiddle(node: FlowNode | null): number {
  if (node === null) return collapsedHeadPx;
  return isPill(node.kind) ? 17 : 17.5;
}
