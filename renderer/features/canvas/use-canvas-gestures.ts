import { useReactFlow, type Connection, type Edge, type FinalConnectionState } from '@xyflow/react';
import { useMemo, type DragEvent } from 'react';
import { canConnect } from '#shared/flow/edit-flow.ts';
import type { NodeId } from '#shared/ids/ids.ts';
import { nodeKinds, type NodeKind } from '#shared/nodes/node.ts';
import { viewStore } from '../../store/view-store.ts';
import { askForKind } from './ask-for-kind.ts';
import { connected, flowNow, nodeAdded, reconnected } from './canvas-edits.ts';
import type { CanvasItem, CanvasLine } from './canvas-model.ts';
import { noteTextEntered } from './inspector-entered.ts';
import { nodeKindDragType } from './node-palette.tsx';

/** A card dropped from the palette lands with its head under the pointer. */
const dropOffset = { x: -80, y: -17 };

/** What the pointer does on the canvas: drop, connect, reconnect, open. */
export function useCanvasGestures(flowId: string) {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const at = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
      return { x: x + dropOffset.x, y: y + dropOffset.y };
    };
    return {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(nodeKindDragType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDrop: (event: DragEvent) => {
        const kind = event.dataTransfer.getData(nodeKindDragType);
        if (!isNodeKind(kind)) return;
        event.preventDefault();
        nodeAdded(flowId, kind, at(event));
      },
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
        const position = at(event);
        askForKind((kind) => nodeAdded(flowId, kind, { x: position.x + 80, y: position.y }, exit));
      },
      onNodeDoubleClick: (_event: unknown, { data, type }: CanvasItem) => {
        if (type === 'group') return;
        if (data.node.kind === 'note') noteTextEntered();
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

function isNodeKind(text: string): text is NodeKind {
  return (nodeKinds as readonly string[]).includes(text);
}
