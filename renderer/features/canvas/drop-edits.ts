import { withChangedNode } from '#shared/flow/edit-flow.ts';
import { canInsertExisting, isFreeToInsert, withInserted } from '#shared/flow/insert-on-connection.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { flowEdited, flowNow } from './canvas-edits.ts';
import type { DraggedPlaces } from './canvas-changes.ts';
import { takingLine } from './canvas-hints.ts';
import { withItemsMoved } from './groups/group-edits.ts';
import { exitOfLine, flowExit } from './line-names.ts';

/** Dragged cards were let go: they stand there, and a single one comes onto the connection that it was held over. */
export function nodesDropped(flowId: string, places: DraggedPlaces): void {
  const line = takingLine(flowId);
  const [id] = places.keys();
  flowEdited(flowId, (before) => {
    const moved = withItemsMoved(before, places);
    const node = moved.nodes.find((each) => each.id === id);
    return line === null || node === undefined || places.size !== 1
      ? moved
      : withInserted(moved, node, flowExit(exitOfLine(line)));
  });
}

/** Whether a node could come onto some connection: nothing leads to it, and its main exit leads nowhere. */
export function canBePutBetween(flowId: string, nodeId: string): boolean {
  const flow = flowNow(flowId);
  return flow !== undefined && isFreeToInsert(flow, nodeId);
}

/** Whether a card that is dragged may come onto a connection. */
export function canDropOnLine(flowId: string, nodeId: string, lineId: string): boolean {
  const flow = flowNow(flowId);
  return flow !== undefined && canInsertExisting(flow, nodeId, flowExit(exitOfLine(lineId)));
}

/** Puts an expression at the end of what a Message or a Prompt says, and selects the node. */
export function expressionDropped(flowId: string, nodeId: string, expression: string): void {
  flowEdited(flowId, (flow) =>
    withChangedNode(flow, nodeId, (node) => {
      if (node.kind === 'message')
        return { ...node, config: { ...node.config, text: appended(node.config.text, expression) } };
      if (node.kind === 'prompt')
        return { ...node, config: { ...node.config, text: appended(node.config.text, expression) } };
      return node;
    }),
  );
  nodePicked(flowId, nodeId);
}

/** Whether a node says a text that an expression can be put into. */
export function takesExpression(flowId: string, nodeId: string): boolean {
  const kind = flowNow(flowId)?.nodes.find(({ id }) => id === nodeId)?.kind;
  return kind === 'message' || kind === 'prompt';
}

function appended(text: string, expression: string): string {
  return text === '' || /\s$/.test(text) ? `${text}${expression}` : `${text} ${expression}`;
}
