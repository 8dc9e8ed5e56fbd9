import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import { EditableRow, type RowCells } from './key-value-row.tsx';
import type { PastedRow } from './pasted-rows.ts';
import type { NamedRow } from './row-format.ts';
import styles from './key-value-table.module.css';

/** A row that comes from elsewhere and cannot be changed here, such as a header of the endpoint. */
export interface InheritedRow {
  readonly name: string;
  readonly value: ReactNode;
  readonly icon: IconName;
  /** Where it comes from: "From Shop API". */
  readonly from: string;
  readonly secret?: boolean | undefined;
}

export interface KeyValueTableProps<Kind extends NamedRow> extends RowCells<Kind> {
  /** What the rows are: "Query", "Headers". */
  readonly label: string;
  readonly rows: readonly Kind[];
  readonly onChange: (rows: readonly Kind[]) => void;
  /** Makes rows of pasted ones where a value must not become text; else the format makes them. */
  readonly onRowsPasted?: ((list: readonly PastedRow[], at: number) => void) | undefined;
  readonly inherited?: readonly InheritedRow[] | undefined;
  readonly namePlaceholder?: string | undefined;
  readonly valuePlaceholder?: string | undefined;
}

/**
 * Names and values in rows of 28: a tick says whether a row counts, the last row is always empty and becomes a real one
 * with the first letter. Enter goes on to the value and to the next row, up and down stay in the column, backspace in an
 * empty row removes it, and a list that is pasted becomes rows.
 */
export function KeyValueTable<Kind extends NamedRow>({
  label,
  rows,
  onChange,
  onRowsPasted,
  inherited = [],
  namePlaceholder = 'Name',
  valuePlaceholder = 'Value',
  ...cells
}: KeyValueTableProps<Kind>) {
  const { format } = cells;
  const table = useRef<HTMLDivElement>(null);

  const focusCell = (row: number, column: string) => {
    const cell = `[data-row="${row}"] [data-column="${column}"] :is(input, button)`;
    table.current?.querySelector<HTMLElement>(cell)?.focus();
  };
  const changed = (at: number, row: Kind) => onChange(rows.with(at, row));
  const removed = (at: number) => {
    onChange(rows.toSpliced(at, 1));
    focusCell(Math.max(at - 1, 0), 'name');
  };
  const pasted = (at: number, list: readonly PastedRow[]) => {
    if (onRowsPasted !== undefined) {
      onRowsPasted(list, at);
      return;
    }
    const fresh = list.map(({ name, value }) => format.make(name, value));
    onChange(rows.toSpliced(at, 0, ...fresh));
  };
  const keyPressed = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const column = columnOf(event.target);
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

  return (
    <div ref={table} role="table" aria-label={label} className={styles.table} data-extra={cells.extra && ''}>
      <div role="row" className={styles.titles}>
        {['On', namePlaceholder, valuePlaceholder, cells.extra?.title, 'Remove'].map(
          (title) =>
            title !== undefined && (
              <span key={title} role="columnheader">
                {title}
              </span>
            ),
        )}
      </div>
      {inherited.map((row) => (
        <FixedRow key={`${row.from} ${row.name}`} row={row} extra={cells.extra !== undefined} />
      ))}
      {[...rows, null].map((row, at) => (
        <EditableRow
          // Rows have no ids; by place the empty row keeps its field when its first letter makes it a real one.
          key={at}
          at={at}
          row={row}
          placeholders={{ name: namePlaceholder, value: valuePlaceholder }}
          onChange={(next) => (row === null ? onChange([...rows, next]) : changed(at, next))}
          onRemove={() => removed(at)}
          onPasteRows={(list) => pasted(at, list)}
          onKeyDown={(event) => keyPressed(event, at)}
          {...cells}
        />
      ))}
    </div>
  );
}

/** With a modifier a key is a command of the window: Enter runs or sends, and goes to no other cell. */
const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent<HTMLElement>): boolean =>
  ctrlKey || metaKey || altKey;

function columnOf(target: EventTarget): string | null {
  if (!(target instanceof HTMLInputElement)) return null;
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

function FixedRow({ row, extra }: { readonly row: InheritedRow; readonly extra: boolean }) {
  return (
    <div role="row" className={styles.fixed}>
      <span role="cell" className={styles.check}>
        <Icon name={row.icon} size={14} label={row.from} />
      </span>
      <span role="cell" className={styles.cell} title={row.name}>
        <span className={styles.text}>{row.name}</span>
      </span>
      <span role="cell" className={styles.cell}>
        <span className={styles.text}>{row.value}</span>
      </span>
      {extra && <span role="cell" className={styles.cell} />}
      <span role="cell" className={styles.end}>
        {row.secret === true && <Icon name="lock" size={14} label="Secret" />}
      </span>
    </div>
  );
}
