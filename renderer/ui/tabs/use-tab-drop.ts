import { useState, type DragEvent, type RefObject } from 'react';
import { draggedTab, placeInStrip, tabDragEnded, type DraggedTab } from './tab-drag.ts';

/** Lets tabs be dropped on a strip; `place` is where one would go now, or `null`. */
export function useTabDrop(
  strip: RefObject<HTMLElement | null>,
  onDropped: ((tab: DraggedTab, at: number) => void) | undefined,
) {
  const [place, setPlace] = useState<number | null>(null);
  const onDragOver = (event: DragEvent) => {
    if (draggedTab() === null || onDropped === undefined || strip.current === null) return;
    event.preventDefault();
    setPlace(placeInStrip(strip.current, event.clientX));
  };
  const onDragLeave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setPlace(null);
  };
  const onDrop = (event: DragEvent) => {
    const dragged = draggedTab();
    setPlace(null);
    if (dragged === null || strip.current === null) return;
    event.preventDefault();
    tabDragEnded();
    onDropped?.(dragged, placeInStrip(strip.current, event.clientX));
  };
  return { place, over: { onDragOver, onDragLeave, onDrop } };
}
