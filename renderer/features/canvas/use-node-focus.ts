import { useReactFlow } from '@xyflow/react';
import { useMemo, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { flowNow } from './canvas-edits.ts';
import { exitOfLine } from './line-names.ts';
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

export function useNodeFocus(flowId: string, root: RefObject<HTMLElement | null>): NodeFocus {
  const { getViewport, getZoom, setCenter } = useReactFlow();
  return useMemo(() => {
    const nodeRevealed = (nodeId: string) => {
      const node = flowNow(flowId)?.nodes.find((each) => each.id === nodeId);
      if (node === undefined || root.current === null) return;
      const box = cardBox(node);
      if (isInView(box, getViewport(), root.current)) return;
      // In a large flow a card is only made once it is in view, and it has to be there to be focused.
      flushSync(() => void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: getZoom() }));
    };
    const nodeFocused = (nodeId: string | undefined) => {
      if (nodeId !== undefined) nodeRevealed(nodeId);
      const wanted = nodeId === undefined ? '' : `[data-id="${CSS.escape(nodeId)}"]`;
      (root.current?.querySelector<HTMLElement>(`.react-flow__node${wanted}`) ?? root.current)?.focus();
    };
    const lineFocused = (lineId: string) => {
      nodeRevealed(exitOfLine(lineId).node);
      root.current?.querySelector<SVGElement>(`.react-flow__edge[data-id="${CSS.escape(lineId)}"]`)?.focus();
    };
    return { nodeRevealed, nodeFocused, lineFocused };
  }, [flowId, root, getViewport, getZoom, setCenter]);
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
