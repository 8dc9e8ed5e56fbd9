import { useCallback, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import {
  groupPicked,
  groupToggled,
  nodePicked,
  nodeToggled,
  selectionOf,
} from '../../store/selection-store.ts';
import { groupsOf } from '#shared/flow/group.ts';
import { collapsedGroupsOf, hidingGroups } from '../../store/collapsed-groups.ts';
import { flowNow, selectionMoved } from './canvas-edits.ts';
import { inspectorEntered, noteTextEntered } from './inspector-entered.ts';
import type { NodeFocus } from './use-node-focus.ts';
import { followed, stepped, type ArrowKey } from './walk-flow.ts';

const gridPx = 8;
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
 * selecting, and Ctrl and Space add the card that they come to, so that several can be selected.
 */
export function useCanvasKeys(flowId: string, { nodeFocused, nodeRevealed }: NodeFocus) {
  const selects = useRef(true);

  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      const nodeId = nodeIdOf(event.target);
      if (nodeId === undefined || !event.target.matches(':focus-visible')) return;
      if (selects.current) itemPicked(flowId, nodeId);
      nodeRevealed(nodeId);
    },
    [flowId, nodeRevealed],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const nodeId = nodeIdOf(event.target);
      const flow = flowNow(flowId);
      if (nodeId === undefined || flow === undefined) return;
      const walked = (to: string | undefined, select: boolean) => {
        if (to === undefined) return;
        selects.current = select;
        nodeFocused(to);
        selects.current = true;
      };
      if (!acted(event, flow, nodeId, walked)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [flowId, nodeFocused],
  );

  return { onFocus, onKeyDown };
}

function acted(
  event: KeyboardEvent,
  flow: Flow,
  nodeId: string,
  walked: (to: string | undefined, select: boolean) => void,
): boolean {
  const { key } = event;
  const withMod = event.ctrlKey || event.metaKey;
  if (isArrow(key)) {
    const seen = hidingGroups(flow, collapsedGroupsOf(flow.id));
    if (withMod) walked(stepped(flow, nodeId, key, seen), false);
    else if (event.altKey) walked(followed(flow, nodeId, key, seen), true);
    else moved(flow.id, key, event.shiftKey);
    return true;
  }
  if (key === 'Enter' && !withMod) nodeOpened(flow, nodeId);
  else if (key === ' ' && withMod) (isGroup(flow, nodeId) ? groupToggled : nodeToggled)(flow.id, nodeId);
  else return false;
  return true;
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

function moved(flowId: string, key: ArrowKey, large: boolean): void {
  const { x, y } = directions[key];
  const stepPx = gridPx * (large ? largeStep : 1);
  selectionMoved(flowId, { x: x * stepPx, y: y * stepPx });
}

function isArrow(key: string): key is ArrowKey {
  return key in directions;
}

function nodeIdOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement && target.classList.contains('react-flow__node')
    ? target.dataset['id']
    : undefined;
}
