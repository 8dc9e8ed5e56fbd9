import { useStoreApi } from '@xyflow/react';
import { useCallback, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import {
  connectionPicked,
  groupPicked,
  groupToggled,
  nodePicked,
  nodeToggled,
  selectionOf,
} from '../../store/selection-store.ts';
import { groupsOf } from '#shared/flow/group.ts';
import { collapsedGroupsOf, hidingGroups } from '../../store/collapsed-groups.ts';
import { flowNow, selectionMoved } from './canvas-edits.ts';
import { gridPx } from './canvas-grid.ts';
import { guidesFlashed } from './canvas-hints.ts';
import { inspectorEntered, noteTextEntered } from './inspector-entered.ts';
import { exitOfLine, isExitLine, lineId } from './line-names.ts';
import type { NodeFocus } from './use-node-focus.ts';
import { guidesOf } from './snapped-drag.ts';
import { followed, fromLine, stepped, type ArrowKey } from './walk-flow.ts';

/** How many steps of the grid an arrow with Shift goes. */
const largeStep = 4;

const directions: Readonly<Record<ArrowKey, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * The keyboard on the canvas: Tab goes through the cards in flow order (that is their order in the page), focus selects,
 * arrows move by the grid, Alt and arrows follow connections, Enter opens the inspector. Ctrl and arrows walk without
 * selecting, and Ctrl and Space add the card that they come to, so that several can be selected. On a connection arrows go
 * to its ends and to the next connection.
 */
export function useCanvasKeys(flowId: string, { lineFocused, nodeFocused, nodeRevealed }: NodeFocus) {
  const canvas = useStoreApi();
  const selects = useRef(true);

  const onFocus = useCallback(
    ({ target }: FocusEvent<HTMLElement>) => {
      const nodeId = idOf(target, 'react-flow__node');
      const line = idOf(target, 'react-flow__edge');
      if (!target.matches(':focus-visible')) return;
      if (line !== undefined && isExitLine(line)) connectionPicked(flowId, exitOfLine(line));
      if (nodeId === undefined) return;
      if (selects.current) itemPicked(flowId, nodeId);
      nodeRevealed(nodeId);
    },
    [flowId, nodeRevealed],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const nodeId = idOf(event.target, 'react-flow__node');
      const line = idOf(event.target, 'react-flow__edge');
      const flow = flowNow(flowId);
      if (flow === undefined) return;
      const walked = (to: string | undefined, select: boolean) => {
        if (to === undefined) return;
        selects.current = select;
        nodeFocused(to);
        selects.current = true;
        // After a click the focus is one that is not shown, and then selects nothing by itself.
        if (select) itemPicked(flowId, to);
      };
      const moved = () => {
        const now = flowNow(flowId);
        if (now === undefined) return;
        const { groups, nodes } = selectionOf(flowId);
        const seen = { flow: now, collapsed: collapsedGroupsOf(flowId), frame: canvas.getState() };
        guidesFlashed(flowId, guidesOf(seen, new Set([...nodes, ...groups])));
      };
      const isDone =
        nodeId !== undefined
          ? acted(event, flow, nodeId, { walked, moved })
          : line !== undefined && walkedFromLine(event, flow, line, { walked, lineFocused });
      if (!isDone) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [flowId, nodeFocused, lineFocused, canvas],
  );

  return { onFocus, onKeyDown };
}

interface Acts {
  readonly walked: (to: string | undefined, select: boolean) => void;
  /** Called after what is selected has been moved. */
  readonly moved: () => void;
}

function walkedFromLine(
  { key }: KeyboardEvent,
  flow: Flow,
  line: string,
  { lineFocused, walked }: Pick<NodeFocus, 'lineFocused'> & Pick<Acts, 'walked'>,
): boolean {
  if (!isArrow(key)) return false;
  const to = fromLine(flow, exitOfLine(line), key);
  if (to !== undefined && 'line' in to) lineFocused(lineId(to.line.node, to.line.exit));
  else walked(to?.nodeId, true);
  return true;
}

function acted(event: KeyboardEvent, flow: Flow, nodeId: string, { walked, moved }: Acts): boolean {
  const { key } = event;
  const withMod = event.ctrlKey || event.metaKey;
  if (isArrow(key)) {
    // With both, the keys are those of a command.
    if (withMod && event.altKey) return false;
    arrowPressed(event, key, flow, nodeId, { walked, moved });
    return true;
  }
  if (key === 'Enter' && !withMod) nodeOpened(flow, nodeId);
  else if (key === ' ' && withMod) (isGroup(flow, nodeId) ? groupToggled : nodeToggled)(flow.id, nodeId);
  else return false;
  return true;
}

function arrowPressed(
  { altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  key: ArrowKey,
  flow: Flow,
  nodeId: string,
  { moved, walked }: Acts,
): void {
  const seen = hidingGroups(flow, collapsedGroupsOf(flow.id));
  if (ctrlKey || metaKey) walked(stepped(flow, nodeId, key, seen), false);
  else if (altKey) walked(followed(flow, nodeId, key, seen), true);
  else {
    movedBy(flow.id, key, shiftKey);
    moved();
  }
}

function isGroup(flow: Flow, id: string): boolean {
  return groupsOf(flow).some((group) => group.id === id);
}

function itemPicked(flowId: string, id: string): void {
  const flow = flowNow(flowId);
  const { groups, nodes } = selectionOf(flowId);
  if (flow === undefined || groups.includes(id) || nodes.includes(id)) return;
  (isGroup(flow, id) ? groupPicked : nodePicked)(flowId, id);
}

function nodeOpened(flow: Flow, nodeId: string): void {
  const isNote = flow.nodes.some((node) => node.id === nodeId && node.kind === 'note');
  if (isNote) noteTextEntered();
  else inspectorEntered();
}

function movedBy(flowId: string, key: ArrowKey, large: boolean): void {
  const { x, y } = directions[key];
  const stepPx = gridPx * (large ? largeStep : 1);
  selectionMoved(flowId, { x: x * stepPx, y: y * stepPx });
}

function isArrow(key: string): key is ArrowKey {
  return key in directions;
}

/** The id of what the canvas draws as an element of a class; `undefined` where the element is something else. */
function idOf(target: EventTarget, className: string): string | undefined {
  const isIt =
    (target instanceof HTMLElement || target instanceof SVGElement) && target.classList.contains(className);
  return isIt ? target.dataset['id'] : undefined;
}
