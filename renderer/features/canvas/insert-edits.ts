import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import { connectionOf, withPositions } from '#shared/flow/edit-flow.ts';
import { withInserted } from '#shared/flow/insert-on-connection.ts';
import type { NodeKind } from '#shared/nodes/node.ts';
import type { NodeWish } from '../../store/node-wishes.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { askForBetween } from './ask-for-kind.ts';
import { onGrid } from './canvas-grid.ts';
import { flowEdited, flowNow } from './canvas-edits.ts';
import { freshNode } from './fresh-node.ts';
import { withItemsSettled } from './groups/group-edits.ts';
import { flowExit, type ExitName } from './line-names.ts';
import { roomBetween } from './room-between.ts';

/** Puts a new node onto a connection at a place, and selects it. */
export function nodePutBetween(flowId: string, wish: NodeWish, exit: ExitName, place: CanvasPoint): void {
  const flow = flowNow(flowId);
  const node = flow === undefined ? null : freshNode(flow, wish, place);
  if (node === null) return;
  flowEdited(flowId, (before) => withItemsSettled(withInserted(before, node, flowExit(exit)), [node.id]));
  nodePicked(flowId, node.id);
}

/** Puts a new node onto a connection and makes room for it, and selects it. */
export function nodeInserted(flowId: string, kind: NodeKind, exit: ExitName): void {
  const flow = flowNow(flowId);
  const node = flow === undefined ? null : freshNode(flow, { kind }, { x: 0, y: 0 });
  const room = flow === undefined || node === null ? null : roomBetween(flow, flowExit(exit), node);
  if (node === null || room === null) return;
  const placed = { ...node, position: onGrid(room.place) };
  flowEdited(flowId, (before) => {
    const after = withInserted(withPositions(before, room.moved), placed, flowExit(exit));
    return withItemsSettled(after, [placed.id]);
  });
  nodePicked(flowId, node.id);
}

/** Asks which kind of node shall come onto a connection. */
export function insertionAsked(flowId: string, exit: ExitName): void {
  const flow = flowNow(flowId);
  if (flow === undefined || connectionOf(flow, exit.node, exit.exit) === undefined) return;
  askForBetween((kind) => nodeInserted(flowId, kind, exit));
}
