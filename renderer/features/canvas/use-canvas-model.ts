import { useStoreApi, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { groupsOf } from '#shared/flow/group.ts';
import { keptWhileSame } from '../../store/kept-while-same.ts';
import { useBreakpoints } from '../../store/breakpoints.ts';
import { useCollapsedGroups } from '../../store/collapsed-groups.ts';
import { useProblems } from '../../store/problems-store.ts';
import { selectionChanged, selectionOf, useSelection } from '../../store/selection-store.ts';
import { useCallsWithStandIns } from '../../store/stand-ins.ts';
import { useEndpoints, useFlow, useFlows } from '../../store/use-documents.ts';
import { flowNow } from './canvas-edits.ts';
import { guidesShown, hintsCleared } from './canvas-hints.ts';
import type { CanvasItem, CanvasLine } from './canvas-model.ts';
import { draggedAfter, nothingDragged, selectedAfter, type CanvasChange } from './canvas-changes.ts';
import { nodesDropped } from './drop-edits.ts';
import { canvasPicture, drawnWhileDragged, type CanvasPicture } from './drawn-while-dragged.ts';
import type { CanvasSource } from './canvas-source.ts';
import { wholeGroupsSelected } from './groups/marked-groups.ts';
import { exitOfLine, lineId } from './line-names.ts';
import { drawnDrag } from './snapped-drag.ts';
import { useAltHeld } from './use-alt-held.ts';
import { unchangedKept } from './unchanged-kept.ts';
import { useCanvasRun } from './use-canvas-run.ts';

interface KeptPicture {
  readonly nodes: CanvasItem[];
  readonly lines: CanvasLine[];
}

const nothingDrawn: KeptPicture = { nodes: [], lines: [] };

/** Makes a function that gives back what of a picture has not changed as it was. */
function keptPicture(): (picture: CanvasPicture) => KeptPicture {
  const keptNodes = unchangedKept<CanvasItem>();
  const keptLines = unchangedKept<CanvasLine>();
  return ({ lines, nodes }) => ({ nodes: keptNodes(nodes), lines: keptLines(lines) });
}

/** What React Flow draws, made from the document, and how its changes go back: moves when a drag ends, selection at once. */
export function useCanvasModel(flowId: string, found: ReadonlySet<string>) {
  const document = useFlow(flowId);
  const endpoints = useEndpoints();
  const flows = useFlows();
  const selection = useSelection(flowId);
  const run = useCanvasRun(flowId);
  const breakpoints = useBreakpoints(flowId);
  const problems = useProblems(({ marks }) => marks);
  const collapsed = useCollapsedGroups(flowId);
  const canvas = useStoreApi();
  const altHeld = useAltHeld();
  // Where the pointer has the cards, and where they are drawn: at what they line up with.
  const [drawn, setDrawn] = useState(nothingDragged);
  const dragged = useRef(nothingDragged);
  const drawnNow = useRef(nothingDragged);
  const [keptStill] = useState(keptPicture);
  const [keptDrawn] = useState(keptPicture);
  const documentNames = useDocumentNames(endpoints, flows);

  const calls = useCallsWithStandIns(useMemo(() => (document === undefined ? [] : [document]), [document]));
  const standIns = useMemo(
    () => new Map<string, StandInShown>(calls.map(({ node, shown }) => [node.id, shown])),
    [calls],
  );
  const source = useMemo(
    (): CanvasSource | null =>
      document === undefined
        ? null
        : {
            breakpoints,
            flow: document,
            documentNames,
            selection,
            run,
            problems,
            standIns,
            collapsed,
            found,
          },
    [document, documentNames, selection, run, breakpoints, problems, standIns, collapsed, found],
  );
  const still = useMemo(
    () => (source === null ? nothingDrawn : keptStill(canvasPicture(source))),
    [source, keptStill],
  );
  // Of a large flow most is then the same as of the one at rest, and is not compared again.
  const { nodes, lines: edges } = useMemo(
    () => (source === null ? nothingDrawn : keptDrawn(drawnWhileDragged(source, still, drawn))),
    [source, still, drawn, keptDrawn],
  );

  const cardsMoved = useCallback(
    (changes: readonly CanvasChange[]) => {
      const drag = draggedAfter(dragged.current, changes);
      const flow = flowNow(flowId);
      if (drag.ended) {
        // The document takes the places and the drag gives them up at once, so that no card is drawn where it was before.
        nodesDropped(flowId, drawnNow.current);
        hintsCleared();
        dragged.current = drawnNow.current = nothingDragged;
      } else if (drag.places !== dragged.current && flow !== undefined) {
        dragged.current = drag.places;
        const seen = { flow, collapsed, frame: canvas.getState() };
        const snapped = drawnDrag(seen, drag.places, altHeld.current);
        drawnNow.current = snapped.places;
        guidesShown(flowId, snapped.guides);
      }
      setDrawn(drawnNow.current);
    },
    [flowId, canvas, collapsed, altHeld],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasItem>[]) => {
      cardsMoved(changes);
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
    [flowId, cardsMoved, canvas, collapsed],
  );
  const onSelectionEnd = useCallback(() => wholeGroupsSelected(flowId), [flowId]);

  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasLine>[]) => {
      const before = selectionOf(flowId).connections.map(({ node, exit }) => lineId(node, exit));
      const ids = selectedAfter(before, changes);
      if (ids === null) return;
      const connections = ids.map(exitOfLine);
      selectionChanged(flowId, { ...selectionOf(flowId), connections });
    },
    [flowId],
  );

  return { nodes, edges, onNodesChange, onEdgesChange, onSelectionEnd };
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
