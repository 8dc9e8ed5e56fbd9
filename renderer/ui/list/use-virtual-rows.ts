import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { rovingIndex } from './roving-index.ts';

/** Heights as a view's module draws them: of a row, and of the head that stays above the rows. */
export interface RowHeights {
  /** Of each row; a function for rows of different heights, which must stay the same while the heights do. */
  readonly rowPx: number | ((index: number) => number);
  readonly headPx: number;
}

/**
 * Rows of which only those in view exist, and one of them is the tab stop: arrows, Home and End go on from it. The row
 * with the focus stays in the page while it is scrolled away.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  { rowPx, headPx }: RowHeights,
) {
  const [focused, setFocused] = useState(0);
  const [wanted, setWanted] = useState<number | null>(null);
  const tabStop = Math.min(focused, count - 1);
  const getItemKey = useMemo(() => keysUnder(rowPx), [rowPx]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it gives is used in this hook only
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: (index) => (typeof rowPx === 'number' ? rowPx : rowPx(index)),
    scrollPaddingStart: headPx,
    overscan: 12,
    rangeExtractor: (range) =>
      [...new Set([tabStop, ...defaultRangeExtractor(range)])].filter((at) => at >= 0).sort((a, b) => a - b),
  });
  useEffect(() => {
    if (wanted === null) return;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${String(wanted)}"]`)?.focus();
    setWanted(null);
  }, [scroller, wanted]);

  /** Brings a row into view and gives it the focus. */
  const focusRow = (index: number) => {
    virtual.scrollToIndex(index);
    setFocused(index);
    setWanted(index);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const index = indexOf(event.target);
    if (index !== null) setFocused(index);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const index = indexOf(event.target);
    if (index === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = rovingIndex(event.key, index, count, 'vertical');
    if (next === null) return;
    event.preventDefault();
    focusRow(next);
  };
  const shown = virtual.getVirtualItems().map(({ index, start }) => ({ index, topPx: start }));
  return { heightPx: virtual.getTotalSize(), shown, tabStop, focusRow, onFocus, onKeyDown };
}

/** A function of its own for each set of heights: where keys come from another one, all rows are measured anew at once. */
const keysUnder = (_heights: RowHeights['rowPx']) => (index: number) => index;

function indexOf(target: EventTarget): number | null {
  const index = target instanceof HTMLElement ? target.dataset['index'] : undefined;
  return index === undefined ? null : Number(index);
}
