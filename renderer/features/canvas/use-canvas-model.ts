import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { withPositions, type CanvasPoint } from '#shared/flow/edit-flow.ts';
import { useRunOfFlow } from '../../store/runs-store.ts';
import { selectionChanged, selectionOf, useSelection } from '../../store/selection-store.ts';
import { useEndpoints, useFlow } from '../../store/use-documents.ts';
import { nodesMoved } from './canvas-edits.ts';
import type { CanvasLine, CanvasNode } from './canvas-model.ts';
import { canvasLines, canvasNodes, type CanvasSource } from './flow-to-canvas.ts';

/** What React Flow draws, made from the document, and how its changes go back: moves when a drag ends, selection at once. */
export function useCanvasModel(flowId: string) {
  const document = useFlow(flowId);
  const endpoints = useEndpoints();
  const selection = useSelection(flowId);
  const run = useRunOfFlow(flowId);
  const [dragged, setDragged] = useState<ReadonlyMap<string, CanvasPoint>>(nothingDragged);
  const endpointNames = useMemo(
    () => new Map<string, string>(endpoints.map(({ id, name }) => [id, name])),
    [endpoints],
  );

  const source = useMemo((): CanvasSource | null => {
    if (document === undefined) return null;
    const flow = dragged.size === 0 ? document : withPositions(document, dragged);
    return { flow, endpointNames, selection, run };
  }, [document, dragged, endpointNames, selection, run]);
  const nodes = useStable(useMemo(() => (source === null ? [] : canvasNodes(source)), [source]));
  const edges = useStable(useMemo(() => (source === null ? [] : canvasLines(source)), [source]));

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const places = new Map(changes.flatMap((change) => placeOf(change)));
      if (places.size > 0) setDragged((before) => new Map([...before, ...places]));
      if (changes.some((change) => change.type === 'position' && change.dragging === false)) {
        setDragged((moved) => {
          nodesMovedSoon(flowId, moved);
          return moved;
        });
      }
      const selected = selectedAfter(selectionOf(flowId).nodes, changes);
      if (selected !== null) selectionChanged(flowId, { ...selectionOf(flowId), nodes: selected });
    },
    [flowId],
  );

  const onNodeDragStop = useCallback(() => setDragged(nothingDragged), []);

  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasLine>[]) => {
      const before = selectionOf(flowId).connections.map(({ node, exit }) => `${node}/${exit}`);
      const ids = selectedAfter(before, changes);
      if (ids === null) return;
      const connections = ids.map((id) => ({
        node: id.slice(0, id.indexOf('/')),
        exit: id.slice(id.indexOf('/') + 1),
      }));
      selectionChanged(flowId, { ...selectionOf(flowId), connections });
    },
    [flowId],
  );

  return { nodes, edges, onNodesChange, onEdgesChange, onNodeDragStop, onSelectionDragStop: onNodeDragStop };
}

const nothingDragged: ReadonlyMap<string, CanvasPoint> = new Map();

// The document is changed outside of the state update that reads what was dragged.
function nodesMovedSoon(flowId: string, moved: ReadonlyMap<string, CanvasPoint>): void {
  if (moved.size > 0) queueMicrotask(() => nodesMoved(flowId, moved));
}

function placeOf(change: NodeChange<CanvasNode>): readonly (readonly [string, CanvasPoint])[] {
  return change.type === 'position' && change.position !== undefined && change.dragging === true
    ? [[change.id, change.position]]
    : [];
}

interface SelectChange {
  readonly type: string;
  readonly id?: string;
  readonly selected?: boolean;
}

/** The ids that are selected after the changes; `null` where none of them is about selection. */
function selectedAfter(
  before: readonly string[],
  changes: readonly SelectChange[],
): readonly string[] | null {
  const selects = changes.filter((change) => change.type === 'select');
  if (selects.length === 0) return null;
  const after = new Set(before);
  for (const { id, selected } of selects) {
    if (id === undefined) continue;
    if (selected === true) after.add(id);
    else after.delete(id);
  }
  return [...after];
}

/** Gives back the earlier object of an item that has not changed, so that only the cards that differ are drawn again. */
function useStable<Item extends { readonly id: string; readonly data?: Record<string, unknown> | undefined }>(
  items: Item[],
): Item[] {
  const earlier = useRef(new Map<string, Item>());
  return useMemo(() => {
    const kept = items.map((item) => {
      const before = earlier.current.get(item.id);
      return before !== undefined && isSame(before, item) ? before : item;
    });
    earlier.current = new Map(kept.map((item) => [item.id, item]));
    return kept;
  }, [items]);
}

// Documents are never changed in place, so that what is deep and equal is the same object or worth drawing again.
function isSame(a: unknown, b: unknown, depth = 0): boolean {
  if (Object.is(a, b)) return true;
  if (depth > 3 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) =>
    isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], depth + 1),
  );
}
