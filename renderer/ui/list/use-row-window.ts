import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { piecesOf, rangeInView, type RowPiece, type RowRange } from './row-pieces.ts';

/** Lists of up to so many rows are in the page as a whole. */
const mostRows = 120;
/** Before anything was measured. */
const atFirst: RowRange = { from: 0, to: 60 };

/**
 * Of a long list of equal rows only those near the view are made, and those that are kept for what they are: the tab stop,
 * what is open, what is being named or dragged. Whoever goes to a row asks for it first.
 *
 * @param list the element that the rows stand in, anywhere within what scrolls
 * @param pitchPx from one row to the next
 */
export function useRowWindow(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  pitchPx: number,
  kept: readonly (string | null | undefined)[],
) {
  const [range, setRange] = useState(atFirst);
  const [wanted, setWanted] = useState<string | null>(null);
  const isLong = ids.length > mostRows;
  useLayoutEffect(() => {
    const element = list.current;
    if (!isLong || element === null) return;
    const scroller = scrollerOf(element);
    const looked = () => {
      const topPx = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const next = rangeInView(topPx, scroller.clientHeight, pitchPx);
      setRange((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    looked();
    scroller.addEventListener('scroll', looked, { passive: true });
    const sizes = new ResizeObserver(looked);
    sizes.observe(scroller);
    sizes.observe(element);
    return () => {
      scroller.removeEventListener('scroll', looked);
      sizes.disconnect();
    };
  }, [list, isLong, pitchPx]);
  /** Makes a row at once, wherever it stands, so that it can have the focus. */
  const rowWanted = useCallback((id: string) => flushSync(() => setWanted(id)), []);
  const pieces: readonly RowPiece[] = isLong
    ? piecesOf(ids, range, new Set([wanted, ...kept]))
    : ids.map((_, index) => ({ index }));
  return { pieces, rowWanted };
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let around = element.parentElement; around !== null; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  return document.documentElement;
}
