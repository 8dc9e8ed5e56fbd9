import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { withPositions } from '#shared/flow/edit-flow.ts';
import { keptWhileSame } from '../../store/kept-while-same.ts';
import { useBreakpoints } from '../../store/breakpoints.ts';
import { useProblems } from '../../store/problems-store.ts';
import { selectionChanged, selectionOf, useSelection } from '../../store/selection-store.ts';
import { useCallsWithStandIns } from '../../store/stand-ins.ts';
import { useEndpoints, useFlow, useFlows } from '../../store/use-documents.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { nodesMoved } from './canvas-edits.ts';
import type { CanvasLine, CanvasNode } from './canvas-model.ts';
import { draggedAfter, nothingDragged, selectedAfter } from './canvas-changes.ts';
import { canvasLines, canvasNodes, type CanvasSource } from './flow-to-canvas.ts';
import { unchangedKept } from './unchanged-kept.ts';

/** What React Flow draws, made from the document, and how its changes go back: moves when a drag ends, selection at once. */
export function useCanvasModel(flowId: string) {
  const document = useFlow(flowId);
  const endpoints = useEndpoints();
  const flows = useFlows();
  const selection = useSelection(flowId);
  const run = useShownRun(flowId);
  const breakpoints = useBreakpoints(flowId);
  const problems = useProblems(({ marks }) => marks);
  const [dragged, setDragged] = useState(nothingDragged);
  const draggedNow = useRef(nothingDragged);
  const [keptNodes] = useState(() => unchangedKept<CanvasNode>());
  const [keptLines] = useState(() => unchangedKept<CanvasLine>());
  const documentNames = useDocumentNames(endpoints, flows);

  const calls = useCallsWithStandIns(document);
  const standIns = useMemo(
    () => new Map<string, StandInShown>(calls.map(({ node, shown }) => [node.id, shown])),
    [calls],
  );
  const source = useMemo((): CanvasSource | null => {
    if (document === undefined) return null;
    const flow = dragged.size === 0 ? document : withPositions(document, dragged);
    return { breakpoints, flow, documentNames, selection, run, problems, standIns };
  }, [document, dragged, documentNames, selection, run, breakpoints, problems, standIns]);
  const nodes = useMemo(() => (source === null ? [] : keptNodes(canvasNodes(source))), [source, keptNodes]);
  const edges = useMemo(() => (source === null ? [] : keptLines(canvasLines(source))), [source, keptLines]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const drag = draggedAfter(draggedNow.current, changes);
      // The document takes the places and the drag gives them up at once, so that no card is drawn where it was before.
      if (drag.ended) nodesMoved(flowId, drag.places);
      draggedNow.current = drag.ended ? nothingDragged : drag.places;
      setDragged(draggedNow.current);
      const selected = selectedAfter(selectionOf(flowId).nodes, changes);
      if (selected !== null) selectionChanged(flowId, { ...selectionOf(flowId), nodes: selected });
    },
    [flowId],
  );

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

  return { nodes, edges, onNodesChange, onEdgesChange };
}

/** Names by id: the same map until one changes, so that typing into a flow draws no card anew. */
function useDocumentNames(
  ...lists: readonly (readonly { readonly id: string; readonly name: string }[])[]
): ReadonlyMap<string, string> {
  const [kept] = useState(() =>
    keptWhileSame((all: typeof lists) => all.flat().flatMap(({ id, name }) => [id, name])),
  );
  const parts = kept(lists);
  return useMemo(
    () => new Map(parts.flatMap((id, at) => (at % 2 === 0 ? [[id, parts[at + 1] ?? ''] as const] : []))),
    [parts],
  );
}
