import { useReactFlow, type Connection, type Edge, type FinalConnectionState } from '@xyflow/react';
import { useMemo } from 'react';
import { canConnect } from '#shared/flow/edit-flow.ts';
import type { NodeId } from '#shared/ids/ids.ts';
import { documentOpened, viewStore } from '../../store/view-store.ts';
import { askForKind } from './ask-for-kind.ts';
import { connected, flowNow, nodeAdded, reconnected } from './canvas-edits.ts';
import { putDown } from './canvas-grid.ts';
import { takingLineShown } from './canvas-hints.ts';
import type { CanvasItem, CanvasLine } from './canvas-model.ts';
import { lineUnder, type WindowPoint } from './canvas-under.ts';
import { canBePutBetween, canDropOnLine } from './drop-edits.ts';
import { noteTextEntered } from './inspector-entered.ts';
import { dropOffset } from './use-canvas-drops.ts';

/** What the pointer does on the canvas: connect, reconnect, put between, open. */
export function useCanvasGestures(flowId: string) {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    return {
      isValidConnection: (connection: Connection | Edge) => {
        const flow = flowNow(flowId);
        const from = exitOf(connection);
        return (
          flow !== undefined && canConnect(flow, { ...from, node: from.node as NodeId }, connection.target)
        );
      },
      onConnect: (connection: Connection) => connected(flowId, exitOf(connection), connection.target),
      onReconnect: (line: CanvasLine, connection: Connection) =>
        reconnected(flowId, exitOf(line), exitOf(connection), connection.target),
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        const exit = openEnd(state);
        if (exit === null || !(event instanceof MouseEvent)) return;
        const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const place = putDown({ x, y: y + dropOffset.y }, event.altKey);
        askForKind((kind) => nodeAdded(flowId, { kind }, place, exit));
      },
      onNodeDrag: (event: MouseEvent | TouchEvent, { id }: CanvasItem, nodes: readonly CanvasItem[]) => {
        const isAlone = nodes.length === 1 && !event.altKey && 'clientX' in event;
        takingLineShown(flowId, isAlone ? lineToTake(flowId, id, event) : null);
      },
      onNodeDoubleClick: (_event: unknown, { data, type }: CanvasItem) => {
        if (type === 'group') return;
        const { node } = data;
        if (node.kind === 'note') noteTextEntered();
        else if (node.kind === 'sub-flow' && node.config.flow !== null && !data.needsMissing)
          documentOpened(node.config.flow);
        else viewStore.setState({ inspectorOpen: true });
      },
    };
  }, [flowId, screenToFlowPosition]);
}

/** The exit whose line was let go over nothing. A line that was taken by its start hangs on its target and has none. */
function openEnd({ isValid, toNode, fromNode, fromHandle }: FinalConnectionState) {
  const isOpen = isValid !== true && toNode === null;
  if (!isOpen || fromNode === null || fromHandle.type !== 'source') return null;
  const exit = fromHandle.id ?? '';
  return exit === '' ? null : { node: fromNode.id, exit };
}

function exitOf(line: { readonly source: string; readonly sourceHandle?: string | null | undefined }): {
  readonly node: string;
  readonly exit: string;
} {
  return { node: line.source, exit: line.sourceHandle ?? '' };
}

/** The connection under the pointer or under the middle of the dragged card, where the card can come onto it. */
function lineToTake(flowId: string, nodeId: string, pointer: WindowPoint): string | null {
  if (!canBePutBetween(flowId, nodeId)) return null;
  const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`);
  const box = card?.getBoundingClientRect();
  const middle =
    box === undefined ? pointer : { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  return (
    [lineUnder(pointer), lineUnder(middle)].find(
      (line) => line !== null && canDropOnLine(flowId, nodeId, line),
    ) ?? null
  );
}
