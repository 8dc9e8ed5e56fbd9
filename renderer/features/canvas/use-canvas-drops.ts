import { useReactFlow } from '@xyflow/react';
import { useMemo, type DragEvent } from 'react';
import { kindStandsBetween } from '#shared/flow/insert-on-connection.ts';
import { nodeKinds, type NodeKind } from '#shared/nodes/node.ts';
import type { NodeWish } from '../../store/node-wishes.ts';
import { dragTypes } from '../../ui/drag-types.ts';
import { putDown } from './canvas-grid.ts';
import { flowNow, nodeAdded } from './canvas-edits.ts';
import { hintsCleared, takingLineShown } from './canvas-hints.ts';
import { lineUnder, nodeUnder } from './canvas-under.ts';
import { expressionDropped, takesExpression } from './drop-edits.ts';
import { nodePutBetween } from './insert-edits.ts';
import { exitOfLine } from './line-names.ts';

/** A card dropped onto the canvas lands with its head under the pointer. */
export const dropOffset = { x: -80, y: -17 };

/**
 * What is dragged onto the canvas from outside it: a kind of node from the palette, an API endpoint, which becomes an API
 * Call, and an expression, which becomes a Message or goes into what a Message or a Prompt says. Over a connection it comes
 * between. Alt keeps it off the grid and off connections.
 */
export function useCanvasDrops(flowId: string) {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(
    () => ({
      onDragOver: (event: DragEvent) => {
        if (!carries(event, dragTypes.nodeKind, dragTypes.endpoint, dragTypes.expression)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = isRefused(flowId, event) ? 'none' : 'copy';
        takingLineShown(flowId, lineFor(flowId, event));
      },
      onDragLeave: hintsCleared,
      onDrop: (event: DragEvent) => {
        const line = lineFor(flowId, event);
        hintsCleared();
        const wish = wishOf(event.dataTransfer);
        if (wish === null || isRefused(flowId, event)) return;
        event.preventDefault();
        const card = cardUnder(flowId, event);
        if (wish.text !== undefined && card !== null) {
          expressionDropped(flowId, card, wish.text);
          return;
        }
        const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const place = putDown({ x: x + dropOffset.x, y: y + dropOffset.y }, event.altKey);
        if (line !== null && kindStandsBetween(wish.kind))
          nodePutBetween(flowId, wish, exitOfLine(line), place);
        else nodeAdded(flowId, wish, place);
      },
    }),
    [flowId, screenToFlowPosition],
  );
}

function carries({ dataTransfer }: DragEvent, ...types: readonly string[]): boolean {
  return types.some((type) => dataTransfer.types.includes(type));
}

/** The card of a step; a note is part of the ground. */
function cardUnder(flowId: string, event: DragEvent): string | null {
  const id = nodeUnder(event);
  const node = flowNow(flowId)?.nodes.find((each) => each.id === id);
  return node === undefined || node.kind === 'note' ? null : node.id;
}

/** A card lies over the lines under it. */
function lineFor(flowId: string, event: DragEvent): string | null {
  if (event.altKey || !carries(event, dragTypes.between) || cardUnder(flowId, event) !== null) return null;
  return lineUnder(event);
}

/** An expression on a card that says no text. */
function isRefused(flowId: string, event: DragEvent): boolean {
  if (!carries(event, dragTypes.expression)) return false;
  const card = cardUnder(flowId, event);
  return card !== null && !takesExpression(flowId, card);
}

function wishOf(data: DataTransfer): NodeWish | null {
  const kind = data.getData(dragTypes.nodeKind);
  if (isNodeKind(kind)) return { kind };
  const endpoint = data.getData(dragTypes.endpoint);
  if (endpoint !== '') return { kind: 'api-call', endpoint };
  const text = data.getData(dragTypes.expression);
  return text === '' ? null : { kind: 'message', text };
}

function isNodeKind(text: string): text is NodeKind {
  return (nodeKinds as readonly string[]).includes(text);
}
