import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { edgeScroll, gapAt, indexOfGap } from './move-row.ts';

/** A row that is being dragged, and the gap between rows that it would fall into. */
export interface RowDrag {
  readonly from: number;
  readonly gap: number;
}

/**
 * Drags the rows of a table (`data-row`) by a handle: the gap is shown while the pointer moves, the form scrolls at its
 * edges, letting go moves the row and Escape leaves it where it was.
 */
export function useRowDrag(
  table: RefObject<HTMLElement | null>,
  count: number,
  onMoved: (from: number, to: number) => void,
) {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);

  const gripped = (event: ReactPointerEvent, from: number) => {
    if (event.button !== 0 || table.current === null) return;
    // Nothing is selected on the way, and the focus stays where it is.
    event.preventDefault();
    ending.current?.abort();
    ending.current = followPointer(table.current, event.clientY, {
      moved: (y, rows) => setDrag({ from, gap: gapAt(y, rowMiddles(rows, count)) }),
      ended: (y, rows) => {
        setDrag(null);
        if (y === null) return;
        const to = indexOfGap(from, gapAt(y, rowMiddles(rows, count)));
        if (to !== from) onMoved(from, to);
      },
    });
  };
  return { drag, gripped };
}

interface Follower {
  readonly moved: (y: number, table: HTMLElement) => void;
  /** `null` where it was called off. */
  readonly ended: (y: number | null, table: HTMLElement) => void;
}

/** Tells where the pointer is until it is let go or the drag is called off. */
function followPointer(table: HTMLElement, start: number, { moved, ended }: Follower): AbortController {
  const end = new AbortController();
  const { signal } = end;
  const scroller = scrollerOf(table);
  let y = start;
  const over = (at: number | null) => {
    end.abort();
    ended(at, table);
  };
  const frame = () => {
    if (signal.aborted) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const step = edgeScroll(y, top, bottom);
    const before = scroller.scrollTop;
    if (step !== 0) scroller.scrollTop += step;
    if (scroller.scrollTop !== before) moved(y, table);
    requestAnimationFrame(frame);
  };
  const hears = { signal, capture: true } as const;
  window.addEventListener('pointermove', (event) => moved((y = event.clientY), table), hears);
  window.addEventListener('pointerup', (event) => over(event.clientY), hears);
  window.addEventListener('pointercancel', () => over(null), hears);
  window.addEventListener('blur', () => over(null), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      over(null);
    },
    hears,
  );
  moved(y, table);
  requestAnimationFrame(frame);
  return end;
}

function rowMiddles(table: HTMLElement, count: number): readonly number[] {
  const isOwn = (row: HTMLElement) => {
    const around = row.parentElement?.closest('[data-row]');
    return around === null || around === undefined || !table.contains(around);
  };
  // Rows of a table within a row are not this table's.
  const rows = [...table.querySelectorAll<HTMLElement>('[data-row]')].filter(isOwn).slice(0, count);
  return rows.map((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  });
}

function scrollerOf(element: HTMLElement): Element {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (at.scrollHeight > at.clientHeight && (overflowY === 'auto' || overflowY === 'scroll')) return at;
  }
  return document.documentElement;
}
