import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { flushSync } from 'react-dom';
import { selectionChanged, selectionOf } from '../../../store/selection-store.ts';
import type { CanvasItem, CanvasLine } from '../canvas-model.ts';
import { cardAt, cardsAtHand, cardsIn, linesAtHand, type Touched } from './at-hand.ts';

interface Shown {
  readonly nodes: CanvasItem[];
  readonly edges: CanvasLine[];
  /** What is painted besides; `null` while everything is made. */
  readonly painted: { readonly items: readonly CanvasItem[]; readonly lines: readonly CanvasLine[] } | null;
}

const untouched: Touched = { pointed: null, focused: null };

/** What somebody has in hand of a flow that is seen from afar. */
export function useTouched() {
  const [touched, setTouched] = useState(untouched);
  const cardFocused = useCallback(
    (focused: string) => flushSync(() => setTouched((before) => ({ ...before, focused }))),
    [],
  );
  // At once, so that what is pressed next is there to be pressed.
  const cardPointed = useCallback(
    (pointed: string | null) => flushSync(() => setTouched((before) => ({ ...before, pointed }))),
    [],
  );
  return { touched, cardFocused, cardPointed };
}

/** From afar: the cards at hand are made, all others painted. A card is made as soon as the pointer comes to it. */
export function useAfar(
  flowId: string,
  isAfar: boolean,
  model: Pick<Shown, 'nodes' | 'edges'>,
  { cardPointed, touched }: Pick<ReturnType<typeof useTouched>, 'touched' | 'cardPointed'>,
) {
  const { screenToFlowPosition } = useReactFlow();
  const canvas = useStoreApi();
  const { edges, nodes } = model;
  const latest = useRef(nodes);
  useEffect(() => {
    latest.current = nodes;
  }, [nodes]);
  const shown = useMemo(
    (): Shown => (isAfar ? shownFromAfar(nodes, edges, touched) : { nodes, edges, painted: null }),
    [isAfar, nodes, edges, touched],
  );
  // The library selects what it has made; a rectangle is about what is painted as well.
  useEffect(() => {
    if (!isAfar) return;
    return canvas.subscribe(({ transform: [x, y, zoom], userSelectionRect: area }, before) => {
      if (area === null || area === before.userSelectionRect) return;
      const inFlow = { x: (area.x - x) / zoom, y: (area.y - y) / zoom };
      const size = { width: area.width / zoom, height: area.height / zoom };
      const found = cardsIn(latest.current, { ...inFlow, ...size });
      selectionChanged(flowId, { ...selectionOf(flowId), nodes: [...found] });
    });
  }, [isAfar, canvas, flowId]);
  const onPointerMove = useCallback(
    ({ buttons, clientX, clientY }: PointerEvent) => {
      const isDrawing = canvas.getState().connection.inProgress;
      if (!isAfar || (buttons !== 0 && !isDrawing)) return;
      const card = cardAt(latest.current, screenToFlowPosition({ x: clientX, y: clientY }));
      if (card !== touched.pointed) cardPointed(card);
    },
    [isAfar, canvas, screenToFlowPosition, touched.pointed, cardPointed],
  );
  return { shown, onPointerMove };
}

function shownFromAfar(nodes: CanvasItem[], edges: CanvasLine[], touched: Touched): Shown {
  const made = cardsAtHand(nodes, touched);
  const lines = new Set(linesAtHand(edges, nodes, made));
  return {
    nodes: nodes.map((item) => (made.has(item.id) ? item : unmade(item))),
    edges: [...lines],
    painted: {
      items: nodes.filter(({ id }) => !made.has(id)),
      lines: edges.filter((line) => !lines.has(line)),
    },
  };
}

const hidden = new WeakMap<CanvasItem, CanvasItem>();

/** A card that the library knows and does not make; the same one as long as it has not changed. */
function unmade(item: CanvasItem): CanvasItem {
  const known = hidden.get(item);
  if (known !== undefined) return known;
  const made = { ...item, hidden: true };
  hidden.set(item, made);
  return made;
}
