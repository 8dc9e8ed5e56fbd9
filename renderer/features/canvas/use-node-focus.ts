import { useReactFlow } from '@xyflow/react';
import { useMemo, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { groupsOf } from '#shared/flow/group.ts';
import { collapsedGroupsOf, nodesUncovered } from '../../store/collapsed-groups.ts';
import { connectionPicked } from '../../store/selection-store.ts';
import { flowNow } from './canvas-edits.ts';
import { collapsedBox, frameOf } from './groups/collapsed-box.ts';
import { exitOfLine, isExitLine } from './line-names.ts';
import { cardBox, type CardBox } from './node-size.ts';

/** Brings cards into view and gives them the keyboard focus. */
export interface NodeFocus {
  /** Moves the view to a card where not all of it can be seen. */
  readonly nodeRevealed: (nodeId: string) => void;
  /** Reveals a card and focuses it; without an id the first card, and the canvas itself where there is none. */
  readonly nodeFocused: (nodeId: string | undefined) => void;
  /** Focuses a connection, by the id of its line, with the card that it leaves in view. */
  readonly lineFocused: (lineId: string) => void;
}

/** @param cardFocused makes a card that is only painted, so that it can have the focus */
export function useNodeFocus(
  flowId: string,
  root: RefObject<HTMLElement | null>,
  cardFocused: (nodeId: string) => void,
): NodeFocus {
  const { getViewport, getZoom, setCenter } = useReactFlow();
  return useMemo(() => {
    const nodeRevealed = (nodeId: string) => {
      // In a collapsed group nothing can be seen: it expands.
      flushSync(() => nodesUncovered(flowId, [nodeId]));
      const box = boxOf(flowId, nodeId);
      if (box === null || root.current === null) return;
      if (isInView(box, getViewport(), root.current)) return;
      // In a large flow a card is only made once it is in view, and it has to be there to be focused.
      flushSync(() => void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: getZoom() }));
    };
    const nodeFocused = (nodeId: string | undefined) => {
      if (nodeId !== undefined) {
        nodeRevealed(nodeId);
        cardFocused(nodeId);
      }
      const wanted = nodeId === undefined ? '' : `[data-id="${CSS.escape(nodeId)}"]`;
      (root.current?.querySelector<HTMLElement>(`.react-flow__node${wanted}`) ?? root.current)?.focus();
    };
    const lineFocused = (lineId: string) => {
      nodeRevealed(exitOfLine(lineId).node);
      // From afar a line is made once it is selected, and focus selects.
      if (isExitLine(lineId)) flushSync(() => connectionPicked(flowId, exitOfLine(lineId)));
      root.current?.querySelector<SVGElement>(`.react-flow__edge[data-id="${CSS.escape(lineId)}"]`)?.focus();
    };
    return { nodeRevealed, nodeFocused, lineFocused };
  }, [flowId, root, cardFocused, getViewport, getZoom, setCenter]);
}

/** Where a card is drawn, or a group as it is shown. */
function boxOf(flowId: string, id: string): CardBox | null {
  const flow = flowNow(flowId);
  const node = flow?.nodes.find((each) => each.id === id);
  if (node !== undefined) return cardBox(node);
  const group = groupsOf(flow ?? {}).find((each) => each.id === id);
  if (flow === undefined || group === undefined) return null;
  const frame = frameOf(flow, group);
  return collapsedGroupsOf(flowId).has(id) ? collapsedBox(group, frame) : frame;
}

function isInView(
  box: CardBox,
  { x, y, zoom }: { readonly x: number; readonly y: number; readonly zoom: number },
  { clientWidth, clientHeight }: HTMLElement,
): boolean {
  const left = box.x * zoom + x;
  const top = box.y * zoom + y;
  return (
    left > 0 && top > 0 && left + box.width * zoom < clientWidth && top + box.height * zoom < clientHeight
  );
}
