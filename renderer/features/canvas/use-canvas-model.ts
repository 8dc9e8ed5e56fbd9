import { useStoreApi, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { groupsOf } from '#shared/flow/group.ts';
import { useBreakpoints } from '../../store/breakpoints.ts';
import { useCollapsedGroups } from '../../store/collapsed-groups.ts';
import { useProblems } from '../../store/problems-store.ts';
import { selectionChanged, selectionOf, useSelection } from '../../store/selection-store.ts';
import { useCallsWithStandIns } from '../../store/stand-ins.ts';
import { useEndpoints, useFlow } from '../../store/use-documents.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { flowNow, nodesMoved } from './canvas-edits.ts';
import type { CanvasItem, CanvasLine } from './canvas-model.ts';
import type { CanvasSource } from './canvas-source.ts';
import { draggedAfter, nothingDragged, selectedAfter } from './canvas-changes.ts';
import { canvasLines, canvasNodes } from './flow-to-canvas.ts';
import { withItemsAt } from './groups/group-edits.ts';
import { canvasItems } from './groups/groups-to-canvas.ts';
import { wholeGroupsSelected } from './groups/marked-groups.ts';
import { unchangedKept } from './unchanged-kept.ts';

/** What React Flow draws, made from the document, and how its changes go back: moves when a drag ends, selection at once. */
export function useCanvasModel(flowId: string, found: ReadonlySet<string>) {
  const document = useFlow(flowId);
  const endpoints = useEndpoints();
  const selection = useSelection(flowId);
  const run = useShownRun(flowId);
  const breakpoints = useBreakpoints(flowId);
  const problems = useProblems(({ marks }) => marks);
  const collapsed = useCollapsedGroups(flowId);
  const canvas = useStoreApi();
  const [dragged, setDragged] = useState(nothingDragged);
  const draggedNow = useRef(nothingDragged);
  const [keptNodes] = useState(() => unchangedKept<CanvasItem>());
  const [keptLines] = useState(() => unchangedKept<CanvasLine>());
  const endpointNames = useMemo(
    () => new Map<string, string>(endpoints.map(({ id, name }) => [id, name])),
    [endpoints],
  );

  const calls = useCallsWithStandIns(document);
  const standIns = useMemo(
    () => new Map<string, StandInShown>(calls.map(({ node, shown }) => [node.id, shown])),
    [calls],
  );
  const source = useMemo((): CanvasSource | null => {
    if (document === undefined) return null;
    const flow = dragged.size === 0 ? document : withItemsAt(document, dragged);
    return { breakpoints, collapsed, found, flow, endpointNames, selection, run, problems, standIns };
  }, [document, dragged, endpointNames, selection, run, breakpoints, problems, standIns, collapsed, found]);
  const nodes = useMemo(
    () => (source === null ? [] : keptNodes(canvasItems(source, canvasNodes(source)))),
    [source, keptNodes],
  );
  const edges = useMemo(() => (source === null ? [] : keptLines(canvasLines(source))), [source, keptLines]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasItem>[]) => {
      const drag = draggedAfter(draggedNow.current, changes);
      // The document takes the places and the drag gives them up at once, so that no card is drawn where it was before.
      if (drag.ended) nodesMoved(flowId, drag.places);
      draggedNow.current = drag.ended ? nothingDragged : drag.places;
      setDragged(draggedNow.current);
      const before = selectionOf(flowId);
      const selected = selectedAfter([...before.nodes, ...before.groups], changes);
      if (selected === null) return;
      const known = new Set<string>(groupsOf(flowNow(flowId) ?? {}).map(({ id }) => id));
      const groups = selected.filter((id) => known.has(id));
      selectionChanged(flowId, {
        ...before,
        nodes: selected.filter((id) => !known.has(id)),
        // A rectangle that is drawn within a frame is about the nodes in it.
        groups: canvas.getState().userSelectionActive
          ? groups.filter((id) => before.groups.includes(id) || collapsed.has(id))
          : groups,
      });
    },
    [flowId, canvas, collapsed],
  );
  const onSelectionEnd = useCallback(() => wholeGroupsSelected(flowId), [flowId]);

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

  return { nodes, edges, onNodesChange, onEdgesChange, onSelectionEnd };
}
