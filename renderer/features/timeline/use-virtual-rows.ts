import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useWindowWidth } from '../../store/window-width.ts';
import { rovingIndex } from '../../ui/list/roving-index.ts';

/** Heights of a row, and of the head that stays above them, as timeline.module.css draws them. */
const rowPx = { normal: 22, wide: 26 } as const;
const headPx = 22;

/**
 * Rows of which only those in view exist, and one of them is the tab stop: arrows, Home and End go on from it. The row
 * with the focus stays in the page while it is scrolled away.
 */
export function useVirtualRows(scroller: RefObject<HTMLDivElement | null>, count: number) {
  const [focused, setFocused] = useState(0);
  const [wanted, setWanted] = useState<number | null>(null);
  const heightPx = useWindowWidth() === 'wide' ? rowPx.wide : rowPx.normal;
  const tabStop = Math.min(focused, count - 1);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it gives is used in this hook only
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    scrollPaddingStart: headPx,
    overscan: 12,
    rangeExtractor: (range) =>
      [...new Set([tabStop, ...defaultRangeExtractor(range)])].filter((at) => at >= 0).sort((a, b) => a - b),
  });
  useEffect(() => virtual.measure(), [virtual, heightPx]);
  useEffect(() => {
    if (wanted === null) return;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${String(wanted)}"]`)?.focus();
    setWanted(null);
  }, [scroller, wanted]);

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
    virtual.scrollToIndex(next);
    setFocused(next);
    setWanted(next);
  };
  const shown = virtual.getVirtualItems().map(({ index, start }) => ({ index, topPx: start }));
  return { heightPx: virtual.getTotalSize(), shown, tabStop, onFocus, onKeyDown };
}

function indexOf(target: EventTarget): number | null {
  const index = target instanceof HTMLElement ? target.dataset['index'] : undefined;
  return index === undefined ? null : Number(index);
}
