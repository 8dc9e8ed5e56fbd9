import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import type { NodeId } from '#shared/ids/ids.ts';
import {
  withChangedNode,
  withConnection,
  withErrorNodeToggled,
  withMovedConnection,
  withNode,
  withoutConnections,
  withoutNodes,
} from '#shared/flow/edit-flow.ts';
import { withFragment, type FlowFragment } from '#shared/flow/flow-fragment.ts';
import { withoutGroups } from '#shared/flow/edit-groups.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupByNode, groupsOf } from '#shared/flow/group.ts';
import { fittingNoteSize } from '#shared/nodes/note-node.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { documentEdited } from '../../store/documents-store.ts';
import { flowWithId } from '../../store/flow-with-id.ts';
import { newId } from '../../store/new-id.ts';
import type { NodeWish } from '../../store/node-wishes.ts';
import { selectionChanged, selectionOf, nodePicked } from '../../store/selection-store.ts';
import { freeOffset } from './free-offset.ts';
import { freshNode } from './fresh-node.ts';
import { frameOf } from './groups/collapsed-box.ts';
import { itemsMoved, withItemsSettled } from './groups/group-edits.ts';
import { cardBox, gapPx } from './node-size.ts';

export const flowNow = flowWithId;

/** Changes a flow, as one step for undo. */
export function flowEdited(flowId: string, change: (flow: Flow) => Flow, field: string | null = null): void {
  documentEdited<Flow>(flowId as Flow['id'], change, field);
}

/** Puts a new node on the canvas, connected from an exit where one is given, and selects it. */
export function nodeAdded(
  flowId: string,
  wish: NodeWish,
  position: CanvasPoint,
  from: { readonly node: string; readonly exit: string } | null = null,
): void {
  const flow = flowNow(flowId);
  const node = flow === undefined ? null : freshNode(flow, wish, position);
  if (node === null) return;
  flowEdited(flowId, (before) => {
    const after = withItemsSettled(withNode(before, node), [node.id]);
    return from === null
      ? after
      : withConnection(after, { node: from.node as NodeId, exit: from.exit }, node.id);
  });
  nodePicked(flowId, node.id);
}

/** Gives a note another size. */
export function noteResized(flowId: string, nodeId: string, size: { width: number; height: number }): void {
  flowEdited(flowId, (flow) =>
    withChangedNode(flow, nodeId, (node) =>
      node.kind === 'note' ? { ...node, config: { ...node.config, ...fittingNoteSize(size) } } : node,
    ),
  );
}

/** Puts a new node after the selected one, and connects it where the selected one has a free exit. */
export function nodeAddedAfterSelection(flowId: string, wish: NodeWish, middle: CanvasPoint): void {
  const flow = flowNow(flowId);
  const after = flow?.nodes.find((node) => node.id === selectionOf(flowId).nodes[0]);
  if (flow === undefined || after === undefined) {
    nodeAdded(flowId, wish, middle);
    return;
  }
  const exit = freeExit(flow, after);
  nodeAdded(flowId, wish, placeAfter(flow, after), exit === null ? null : { node: after.id, exit });
}

function freeExit(flow: Flow, node: FlowNode): string | null {
  const used = new Set(
    flow.connections.filter(({ from }) => from.node === node.id).map(({ from }) => from.exit),
  );
  return nodeExits(node).find((exit) => !used.has(exit)) ?? null;
}

// To the right on the same line, and below whatever stands there already.
function placeAfter(flow: Flow, node: FlowNode): CanvasPoint {
  const box = cardBox(node);
  const x = box.x + box.width + gapPx;
  let y = box.y;
  for (const other of [...flow.nodes].map(cardBox).sort((a, b) => a.y - b.y)) {
    const beside = other.x < x + 180 && other.x + other.width > x;
    if (beside && other.y < y + 80 && other.y + other.height > y - 16) y = other.y + other.height + 32;
  }
  return { x, y };
}

/** Nodes, and groups with all that is in them, were moved by hand. */
export function nodesMoved(flowId: string, places: ReadonlyMap<string, CanvasPoint>): void {
  itemsMoved(flowId, places);
}

/** Moves what is selected. A key that is held down moves again and again, and is undone as the one move that it is. */
export function selectionMoved(flowId: string, by: CanvasPoint): void {
  const { groups, nodes } = selectionOf(flowId);
  const flow = flowNow(flowId);
  if (flow === undefined) return;
  const ids = new Set([...nodes, ...groups]);
  const corners = [
    ...flow.nodes.map(({ id, position }) => [id, position] as const),
    ...groupsOf(flow).map((group) => [group.id, frameOf(flow, group)] as const),
  ];
  const places = corners
    .filter(([id]) => ids.has(id))
    .map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }] as const);
  itemsMoved(flowId, new Map(places), `move ${[...ids].sort().join(' ')}`);
}

export function connected(flowId: string, from: { node: string; exit: string }, to: string): void {
  flowEdited(flowId, (flow) =>
    withConnection(flow, { node: from.node as NodeId, exit: from.exit }, to as NodeId),
  );
}

/** Removes the connections of exits. */
export function disconnected(flowId: string, exits: readonly { node: string; exit: string }[]): void {
  flowEdited(flowId, (flow) => withoutConnections(flow, exits));
}

/** Moves the end of a connection: to another node, or to another exit. */
export function reconnected(
  flowId: string,
  old: { node: string; exit: string },
  from: { node: string; exit: string },
  to: string,
): void {
  const exit = { node: from.node as NodeId, exit: from.exit };
  flowEdited(flowId, (flow) => withMovedConnection(flow, old, exit, to as NodeId));
}

/** Makes a node the error node of the flow, or the flow one without. */
export function errorNodeToggled(flowId: string, nodeId: string): void {
  flowEdited(flowId, (flow) => withErrorNodeToggled(flow, nodeId));
}

/** Deletes what is selected; of a group the frame, for what is in it is selected by itself where it shall go as well. */
export function selectionDeleted(flowId: string): void {
  const selection = selectionOf(flowId);
  const flow = flowNow(flowId);
  if (flow === undefined) return;
  const bare = withoutGroups(flow, new Set(selection.groups));
  const after = withoutConnections(withoutNodes(bare, new Set(selection.nodes)), selection.connections);
  if (after === flow) return;
  flowEdited(flowId, () => after);
  selectionChanged(flowId, {});
}

/**
 * Puts copied nodes into the flow, `offset` away from where they were or the next free place, and selects them. One that brings no
 * group along is in the frame that it comes into.
 */
export function fragmentAdded(flowId: string, fragment: FlowFragment, offset: CanvasPoint): void {
  const flow = flowNow(flowId);
  if (flow === undefined) return;
  const free = freeOffset(flow, fragment, offset);
  const {
    flow: after,
    added,
    addedGroups,
  } = withFragment(
    flow,
    fragment,
    free,
    () => newId('nd'),
    () => newId('gr'),
  );
  if (added.length === 0) return;
  const byNode = groupByNode(after);
  const alone = added.filter((id) => !byNode.has(id));
  flowEdited(flowId, () => withItemsSettled(after, alone));
  selectionChanged(flowId, { nodes: added, groups: addedGroups });
}
