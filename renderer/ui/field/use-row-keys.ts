import type { KeyboardEvent } from 'react';
import type { NamedRow, RowFormat } from './row-format.ts';

interface RowKeys<Kind extends NamedRow> {
  readonly rows: readonly Kind[];
  readonly format: Pick<RowFormat<Kind>, 'valueOf'>;
  readonly focusCell: (row: number, column: string) => void;
  readonly removed: (at: number) => void;
  readonly moved: (from: number, to: number) => void;
  readonly duplicated: (at: number) => void;
}

/** What keys do in the rows of a table; `captured` hears them before the fields do. */
export function useRowKeys<Kind extends NamedRow>({
  rows,
  format,
  focusCell,
  removed,
  moved,
  duplicated,
}: RowKeys<Kind>) {
  const pressed = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const column = inText(event.target) ? columnOf(event.target) : null;
    if (column === null || hasModifier(event)) return;
    const isEmpty = rows[at]?.name === '' && format.valueOf(rows[at]) === '';
    if (event.key === 'Backspace' && isEmpty) {
      event.preventDefault();
      removed(at);
      return;
    }
    const target = cellAfter(event.key, at, column, rows.length);
    if (target === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    focusCell(target.row, target.column);
  };

  const captured = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const key = rowKey(event);
    if (key === null || rows[at] === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'duplicate') {
      duplicated(at);
      return;
    }
    const to = at + (key === 'up' ? -1 : 1);
    if (rows[to] === undefined) return;
    moved(at, to);
    focusCell(to, columnOf(event.target) ?? 'name');
  };
  return { pressed, captured };
}

function rowKey({
  key,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
}: KeyboardEvent): 'up' | 'down' | 'duplicate' | null {
  if (shiftKey) return null;
  const command = ctrlKey || metaKey;
  if (altKey && !command) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null;
  return command && !altKey && key.toLowerCase() === 'd' ? 'duplicate' : null;
}

/** With a modifier a key is a command of the window: Enter runs or sends, and goes to no other cell. */
const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent<HTMLElement>): boolean =>
  ctrlKey || metaKey || altKey;

const inText = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function columnOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? null;
}

/** Where Enter, up and down lead from a cell. A value that was entered before its name still wants one. */
function cellAfter(
  key: string,
  row: number,
  column: string,
  count: number,
): { row: number; column: string } | null {
  switch (key) {
    case 'Enter':
      if (column === 'name') return { row, column: 'value' };
      return { row: row === count ? row : row + 1, column: 'name' };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    default:
      return null;
  }
}
