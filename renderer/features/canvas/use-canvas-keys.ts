import { useReactFlow } from '@xyflow/react';
import { useCallback, type FocusEvent, type KeyboardEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import { nodePicked, selectionOf } from '../../store/selection-store.ts';
import { viewStore } from '../../store/view-store.ts';
import { flowNow, nodesMoved } from './canvas-edits.ts';
import { cardBox } from './node-size.ts';
import { focusNode } from './focus-node.ts';

const gridPx = 8;

const steps: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -gridPx, y: 0 },
  ArrowRight: { x: gridPx, y: 0 },
  ArrowUp: { x: 0, y: -gridPx },
  ArrowDown: { x: 0, y: gridPx },
};

/**
 * The keyboard on the canvas: Tab goes through the cards in flow order (that is their order in the page), focus selects,
 * arrows move by the grid, Alt and arrows follow connections, Enter opens the inspector.
 */
export function useCanvasKeys(flowId: string) {
  const { getZoom, setCenter, getViewport } = useReactFlow();

  const shown = useCallback(
    (nodeId: string, root: HTMLElement) => {
      const node = flowNow(flowId)?.nodes.find((each) => each.id === nodeId);
      if (node === undefined) return;
      const { x, y, zoom } = getViewport();
      const box = cardBox(node);
      const left = box.x * zoom + x;
      const top = box.y * zoom + y;
      const inView =
        left > 0 &&
        top > 0 &&
        left + box.width * zoom < root.clientWidth &&
        top + box.height * zoom < root.clientHeight;
      if (!inView) void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: getZoom() });
    },
    [flowId, getViewport, getZoom, setCenter],
  );

  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      const nodeId = nodeIdOf(event.target);
      if (nodeId === undefined || !event.target.matches(':focus-visible')) return;
      if (!selectionOf(flowId).nodes.includes(nodeId)) nodePicked(flowId, nodeId);
      shown(nodeId, event.currentTarget);
    },
    [flowId, shown],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const nodeId = nodeIdOf(event.target);
      const flow = flowNow(flowId);
      if (nodeId === undefined || flow === undefined || event.ctrlKey || event.metaKey) return;
      const step = steps[event.key];
      if (event.key === 'Enter') opened();
      else if (step === undefined) return;
      else if (event.altKey) focusNode(event.currentTarget, neighbour(flow, nodeId, event.key));
      else moved(flow, step, event.shiftKey ? 4 : 1);
      event.preventDefault();
      event.stopPropagation();
    },
    [flowId],
  );

  return { onFocus, onKeyDown };
}

function opened(): void {
  viewStore.setState({ inspectorOpen: true });
  requestAnimationFrame(() => {
    const fields = '[aria-label="Inspector"] :is(input, textarea, select, button):not([tabindex="-1"])';
    document.querySelector<HTMLElement>(fields)?.focus();
  });
}

function moved(flow: Flow, step: { readonly x: number; readonly y: number }, times: number): void {
  const ids = new Set(selectionOf(flow.id).nodes);
  const places = flow.nodes
    .filter((node) => ids.has(node.id))
    .map(
      ({ id, position }) => [id, { x: position.x + step.x * times, y: position.y + step.y * times }] as const,
    );
  nodesMoved(flow.id, new Map(places));
}

/** The node that a connection leads to, comes from, or that another exit of the same node leads to. */
function neighbour(flow: Flow, nodeId: string, key: string): string | undefined {
  if (key === 'ArrowRight') return targetsOf(flow, nodeId)[0];
  const source = flow.connections.find(({ to }) => to === nodeId)?.from.node;
  if (key === 'ArrowLeft' || source === undefined) return source;
  const siblings = targetsOf(flow, source);
  return siblings[siblings.indexOf(nodeId) + (key === 'ArrowDown' ? 1 : -1)];
}

function targetsOf(flow: Flow, nodeId: string): readonly string[] {
  const node = flow.nodes.find((each) => each.id === nodeId);
  if (node === undefined) return [];
  return nodeExits(node).flatMap((exit) => {
    const found = flow.connections.find(({ from }) => from.node === nodeId && from.exit === exit);
    return found === undefined ? [] : [found.to];
  });
}

function nodeIdOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement && target.classList.contains('react-flow__node')
    ? target.dataset['id']
    : undefined;
}
