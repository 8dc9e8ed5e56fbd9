import type { Edge, Node } from '@xyflow/react';
import type { GroupColour } from '#shared/flow/group.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import type { NodeRunView } from '#shared/run-events/run-view.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import type { ProblemMark } from '../../store/problems-store.ts';
import type { GroupSums } from './groups/group-sums.ts';
import type { PathDirection, PathPoint } from './connection-path.ts';

/** What a card draws. The document's node is the truth; everything else says how it stands. */
export interface CardData extends Record<string, unknown> {
  readonly flowId: string;
  readonly node: FlowNode;
  /** The name of the document that the node needs: the endpoint of an API Call, the flow of a Sub-flow. */
  readonly needsName: string | null;
  readonly needsMissing: boolean;
  readonly run: NodeRunView | null;
  /** The breakpoint before the node. */
  readonly breakpoint: BreakpointLook | null;
  /** The worst that the linter tells about it; notes mark nothing. */
  readonly problem: ProblemMark | null;
  /** What is said of it as the flow's error node; `null` where there is nothing to say. */
  readonly errorNode: string | null;
  /** What answers it in place of the network from the next run on. */
  readonly standIn: StandInShown | null;
  /** Exits that are connected, taken by the run, or taken in trouble. */
  readonly exits: readonly CardExit[];
  /** The lone exit leaves at the bottom, since its target stands below. */
  readonly leavesBelow: boolean;
}

export interface CardExit {
  readonly name: string;
  /** What it is called on the card. */
  readonly title: string;
  readonly look: 'open' | 'connected' | 'taken' | 'failed';
  readonly breakpoint: BreakpointLook | null;
}

/** `conditional` stops where its condition is true. */
export type BreakpointLook = 'plain' | 'conditional';

export type ConnectionLook = 'idle' | 'taken' | 'failed' | 'running';

export interface LineData extends Record<string, unknown> {
  readonly flowId: string;
  readonly path: string;
  readonly direction: PathDirection;
  readonly look: ConnectionLook;
  readonly exit: string;
  /** Where the arrow ends. */
  readonly tip: PathPoint;
}

/** What a frame draws, or the card that stands for a collapsed group. */
export interface GroupData extends Record<string, unknown> {
  readonly flowId: string;
  readonly id: string;
  readonly name: string;
  readonly colour: GroupColour;
  readonly collapsed: boolean;
  /** How small the frame can be made. */
  readonly least: { readonly width: number; readonly height: number };
  readonly sums: GroupSums;
}

export type CanvasNode = Node<CardData, 'card'>;
export type GroupNode = Node<GroupData, 'group'>;
/** Everything on the canvas that is no line. */
export type CanvasItem = CanvasNode | GroupNode;
export type CanvasLine = Edge<LineData, 'line'>;

/** The handles of a card: every exit by its name, and two ways in. */
export const inHandle = 'in';
export const topHandle = 'top';
/** The one way out of a collapsed group. */
export const outHandle = 'out';
