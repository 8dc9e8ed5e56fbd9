import { Position } from '@xyflow/react';
import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import type { Connection, Flow } from '#shared/flow/flow.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import { noteTitle } from '#shared/nodes/note-node.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { nodeMarkId, type ProblemMark } from '../../store/problems-store.ts';
import type { FlowSelection } from '../../store/selection-store.ts';
import {
  inHandle,
  topHandle,
  type BreakpointLook,
  type CanvasLine,
  type CanvasNode,
  type CardExit,
  type ConnectionLook,
} from './canvas-model.ts';
import { arrowGapPx, connectionPath, type PathDirection, type PathPoint } from './connection-path.ts';
import { lineId } from './line-names.ts';
import { cardBox, exitRowPx, hasLoneExit, isPill, type CardBox } from './node-size.ts';

/** What a canvas is drawn from: the document, the selection, and the run that it shows. */
export interface CanvasSource {
  readonly flow: Flow;
  /** The names of what nodes need: endpoints and flows. */
  readonly documentNames: ReadonlyMap<string, string>;
  readonly selection: FlowSelection;
  readonly run: RunView | undefined;
  readonly breakpoints: readonly Breakpoint[];
  readonly problems: ReadonlyMap<string, ProblemMark>;
  /** What answers API Calls in place of the network, by node. */
  readonly standIns?: ReadonlyMap<string, StandInShown> | undefined;
}

const routedNodes = 400;

/** The cards of a flow: the one place where a document becomes canvas nodes. */
export function canvasNodes({
  breakpoints,
  flow,
  documentNames,
  selection,
  run,
  problems,
  standIns,
}: CanvasSource): CanvasNode[] {
  const selected = new Set(selection.nodes);
  const below = nodesThatLeaveBelow(flow);
  const looks = exitLooks(flow, run);
  const stops = breakpointLooks(breakpoints);
  // Flow order, so that Tab goes from card to card as a conversation would.
  return flowOrder(flow).map(({ node }) => {
    const needed = documentNeeded(node);
    const box = cardBox(node);
    const problem = problems.get(nodeMarkId(flow.id, node.id)) ?? null;
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
      ...described(problem),
      data: {
        flowId: flow.id,
        node,
        needsName: needed === null ? null : (documentNames.get(needed) ?? null),
        needsMissing: needed !== null && !documentNames.has(needed),
        run: run?.nodes[node.id] ?? null,
        breakpoint: stops.get(lineId(node.id, '')) ?? null,
        problem,
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

function described(problem: ProblemMark | null): Pick<CanvasNode, 'domAttributes'> {
  return problem === null ? {} : { domAttributes: { 'aria-description': problem.words } };
}

// A note lies under the cards, also while it is selected, for which the canvas lifts it by a thousand.
function labelAndDepth(node: FlowNode, isSelected: boolean): Pick<CanvasNode, 'ariaLabel' | 'zIndex'> {
  if (node.kind !== 'note') return { ariaLabel: node.name };
  return { ariaLabel: `Note: ${noteTitle(node)}`, zIndex: isSelected ? -1001 : -1 };
}

/** Whether lines look for a way round cards: in a large flow that would take too long. */
export const isRouted = ({ nodes }: Flow): boolean => nodes.length <= routedNodes;

/** The lines of a flow, taken ones last so that they lie above the others. */
export function canvasLines({ flow, selection, run }: CanvasSource, routed: boolean): CanvasLine[] {
  const byId = new Map<string, FlowNode>(flow.nodes.map((node) => [node.id, node]));
  // Lines go over notes.
  const solid = flow.nodes.filter(({ kind }) => kind !== 'note');
  const boxes = new Map(solid.map((node) => [node.id, cardBox(node)] as const));
  const selected = new Set(selection.connections.map(({ node, exit }) => lineId(node, exit)));
  const looks = exitLooks(flow, run);
  const lines = flow.connections.flatMap((connection): CanvasLine[] => {
    const source = byId.get(connection.from.node);
    const target = byId.get(connection.to);
    if (source === undefined || target === undefined) return [];
    const id = lineId(connection.from.node, connection.from.exit);
    const direction = directionOf(source, target);
    const tip = entryPoint(target, direction);
    const own = [cardBox(source), cardBox(target)];
    const obstacles = routed ? othersThan(boxes, source.id, target.id) : [];
    const look = lineLook(looks.get(id), run, target.id);
    return [
      {
        id,
        type: 'line',
        source: source.id,
        sourceHandle: connection.from.exit,
        target: target.id,
        targetHandle: direction === 'down' ? topHandle : inHandle,
        selected: selected.has(id),
        reconnectable: true,
        zIndex: look === 'idle' ? 0 : 1,
        ariaLabel: `${source.name}, ${exitName(source, connection.from.exit)}, to ${target.name}`,
        // Reached by a key from its card, and no stop of Tab: a flow has more connections than cards.
        domAttributes: { tabIndex: -1 },
        ariaRole: 'group',
        data: {
          flowId: flow.id,
          path: connectionPath(
            exitPoint(source, connection.from.exit, direction),
            tip,
            direction,
            obstacles,
            own,
          ),
          tip,
          direction,
          look,
          exit: connection.from.exit,
        },
      },
    ];
  });
  return lines.sort((a, b) => (a.zIndex ?? 0) - (b.zIndex ?? 0));
}

function standInOf(standIns: CanvasSource['standIns'], nodeId: string): StandInShown | null {
  return standIns?.get(nodeId) ?? null;
}

function othersThan(boxes: ReadonlyMap<string, CardBox>, source: string, target: string): readonly CardBox[] {
  return [...boxes].filter(([id]) => id !== source && id !== target).map(([, box]) => box);
}

function lineLook(
  exit: CardExit['look'] | undefined,
  run: RunView | undefined,
  target: string,
): ConnectionLook {
  if (exit === 'failed') return 'failed';
  if (exit !== 'taken') return 'idle';
  return run?.outcome === 'running' && run.currentNodeId === target ? 'running' : 'taken';
}

function exitLooks(flow: Flow, run: RunView | undefined): ReadonlyMap<string, CardExit['look']> {
  const looks = new Map<string, CardExit['look']>();
  for (const { from } of flow.connections) looks.set(lineId(from.node, from.exit), 'connected');
  for (const { node, exit, failed } of run?.taken ?? [])
    looks.set(lineId(node, exit), failed ? 'failed' : 'taken');
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

function nodesThatLeaveBelow(flow: Flow): ReadonlySet<string> {
  const byId = new Map<string, FlowNode>(flow.nodes.map((node) => [node.id, node]));
  const goesDown = ({ from, to }: Connection): boolean => {
    const source = byId.get(from.node);
    const target = byId.get(to);
    return source !== undefined && target !== undefined && directionOf(source, target) === 'down';
  };
  return new Set(flow.connections.filter(goesDown).map(({ from }) => from.node));
}

/** A lone exit goes straight down where the target stands below in the same column. */
export function directionOf(source: FlowNode, target: FlowNode): PathDirection {
  if (!hasLoneExit(source)) return 'across';
  const from = cardBox(source);
  const to = cardBox(target);
  const overlaps = from.x < to.x + to.width && to.x < from.x + from.width;
  return overlaps && to.y >= from.y + from.height + 12 ? 'down' : 'across';
}

/** Where a connection leaves a card. */
export function exitPoint(node: FlowNode, exit: string, direction: PathDirection): PathPoint {
  const box = cardBox(node);
  if (direction === 'down') return { x: box.x + box.width / 2, y: box.y + box.height };
  if (hasLoneExit(node)) return { x: box.x + box.width, y: box.y + headMiddle(node) };
  const exits = nodeExits(node);
  const row = Math.max(0, exits.indexOf(exit));
  const firstRow = box.height - exits.length * exitRowPx - 5;
  return { x: box.x + box.width, y: box.y + firstRow + row * exitRowPx + exitRowPx / 2 };
}

/** Where a connection enters a card: the arrow's tip. */
export function entryPoint(node: FlowNode, direction: PathDirection): PathPoint {
  const box = cardBox(node);
  return direction === 'down'
    ? { x: box.x + box.width / 2, y: box.y - arrowGapPx }
    : { x: box.x - arrowGapPx, y: box.y + headMiddle(node) };
}

function headMiddle(node: FlowNode): number {
  return isPill(node.kind) ? 17 : 17.5;
}
