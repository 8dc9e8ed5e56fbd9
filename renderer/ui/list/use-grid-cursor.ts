import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { RowHeights } from './use-virtual-rows.ts';

/** A cell of a grid, both counted from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** How many rows Page Up and Page Down go. */
const pageRows = 10;

/**
 * The keyboard of a grid of which only the rows in view exist: one cell is the tab stop, arrows, Home, End and the page keys
 * move it, with Ctrl to the ends. Its row stays in the page while it is scrolled away. A cell says where it is by
 * `data-cell="row column"`.
 */
export function useGridCursor(
  scroller: RefObject<HTMLDivElement | null>,
  size: { readonly rows: number; readonly columns: number },
  { rowPx, headPx }: RowHeights & { readonly rowPx: number },
) {
  const [cursor, setCursor] = useState<GridCell>({ row: 0, column: 0 });
  const [wanted, setWanted] = useState<GridCell | null>(null);
  const at = within(cursor, size);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it gives is used in this hook only
  const virtual = useVirtualizer({
    count: size.rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    scrollPaddingStart: headPx,
    overscan: 8,
    rangeExtractor: (range) =>
      [...new Set([at.row, ...defaultRangeExtractor(range)])].filter((row) => row >= 0).sort((a, b) => a - b),
  });
  useEffect(() => {
    if (wanted === null) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${nameOf(wanted)}"]`);
    cell?.focus({ preventScroll: false });
    setWanted(null);
  }, [scroller, wanted]);

  /** Brings a cell into view and gives it the focus. */
  const focusCell = (cell: GridCell) => {
    const next = within(cell, size);
    virtual.scrollToIndex(next.row);
    setCursor(next);
    setWanted(next);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const cell = cellOf(event.target);
    if (cell !== null) setCursor(cell);
  };
  /** Whether the key moved the cursor. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): boolean => {
    const cell = cellOf(event.target);
    if (cell === null || event.defaultPrevented || event.altKey || event.metaKey) return false;
    const next = cellAfter(event.key, event.ctrlKey, cell, size);
    if (next === null) return false;
    event.preventDefault();
    focusCell(next);
    return true;
  };
  const shown = virtual.getVirtualItems().map(({ index, start }) => ({ index, topPx: start }));
  return { cursor: at, heightPx: virtual.getTotalSize(), shown, focusCell, onFocus, onKeyDown };
}

/** The value of `data-cell`. */
export const nameOf = ({ column, row }: GridCell): string => `${String(row)} ${String(column)}`;

/** The cell that an element is; `null` for what is in a cell, such as its field. */
export function cellOf(target: EventTarget): GridCell | null {
  const name = target instanceof HTMLElement ? target.dataset['cell'] : undefined;
  const [row = '', column = ''] = name?.split(' ') ?? [];
  return name === undefined ? null : { row: Number(row), column: Number(column) };
}

function within(
  { column, row }: GridCell,
  size: { readonly rows: number; readonly columns: number },
): GridCell {
  return {
    row: Math.max(0, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  };
}

function cellAfter(
  key: string,
  ctrl: boolean,
  { column, row }: GridCell,
  { columns, rows }: { readonly rows: number; readonly columns: number },
): GridCell | null {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: ctrl ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: ctrl ? columns - 1 : column + 1 };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? rows - 1 : row, column: columns - 1 };
    case 'PageUp':
      return { row: row - pageRows, column };
    case 'PageDown':
      return { row: row + pageRows, column };
    default:
      return null;
  }
}
