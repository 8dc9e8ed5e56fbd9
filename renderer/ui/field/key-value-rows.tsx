import { useRef, useState } from 'react';
import { FixedRow } from './fixed-row.tsx';
import { EditableRow } from './key-value-row.tsx';
import type { KeyValueTableProps } from './key-value-props.ts';
import styles from './key-value-table.module.css';
import { withMoved } from './move-row.ts';
import type { PastedRow } from './pasted-row.ts';
import type { NamedRow } from './row-format.ts';
import { useRowDrag } from './use-row-drag.ts';
import { useRowKeys } from './use-row-keys.ts';

/**
 * Names and values in rows of 28: a tick says whether a row counts, the last row is always empty and becomes a real one
 * with the first letter. Enter goes on to the value and to the next row, up and down stay in the column and with Alt move
 * the row, backspace in an empty row removes it, and a list that is pasted becomes rows.
 */
export function KeyValueRows<Kind extends NamedRow>({
  label,
  rows,
  onChange,
  onRowsPasted,
  inherited = [],
  namePlaceholder = 'Name',
  valuePlaceholder = 'Value',
  hintsOf,
  ...cells
}: KeyValueTableProps<Kind>) {
  const { format } = cells;
  const table = useRef<HTMLDivElement>(null);
  const [describing, setDescribing] = useState<number | null>(null);
  const [news, setNews] = useState('');
  const hints = hintsOf?.(rows.map(({ name, enabled }) => (enabled ? name : null)));

  const focusCell = (row: number, column: string) => {
    const cell = `[data-row="${row}"] [data-column="${column}"] :is(input, textarea, button)`;
    table.current?.querySelector<HTMLElement>(cell)?.focus();
  };
  const removed = (at: number) => {
    setDescribing(null);
    onChange(rows.toSpliced(at, 1));
    focusCell(Math.max(at - 1, 0), 'name');
  };
  const moved = (from: number, to: number) => {
    setDescribing(null);
    onChange(withMoved(rows, from, to));
    const name = rows[from]?.name;
    const called = name === undefined || name === '' ? 'The row' : name;
    setNews(`${called} is row ${String(to + 1)} of ${String(rows.length)} now.`);
  };
  const duplicated = (at: number) => {
    const row = rows[at];
    // A secret and a file have one place only: what removes a copy would take it from the other.
    if (row === undefined || format.valueOf(row) === null) return;
    onChange(rows.toSpliced(at, 0, row));
    focusCell(at + 1, 'name');
  };
  const pasted = (at: number, list: readonly PastedRow[]) => {
    if (onRowsPasted !== undefined) {
      onRowsPasted(list, at);
      return;
    }
    onChange(rows.toSpliced(at, 0, ...list.map((row) => madeOf(row, format))));
  };
  const keys = useRowKeys({ rows, format, focusCell, removed, moved, duplicated });
  const { drag, gripped } = useRowDrag(table, rows.length, moved);
  const describeToggled = (at: number, open: boolean) => {
    setDescribing(open ? at : null);
    if (!open) table.current?.querySelector<HTMLElement>(`[data-row="${at}"] [aria-expanded]`)?.focus();
  };

  return (
    <>
      <div
        ref={table}
        role="table"
        aria-label={label}
        className={styles.table}
        data-extra={cells.extra && ''}
        data-dragging={drag !== null || undefined}
      >
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
            hint={hints?.get(at)}
            describing={describing === at}
            dragged={drag?.from === at}
            dropAbove={drag !== null && drag.gap === at}
            onChange={(next) => onChange(row === null ? [...rows, next] : rows.with(at, next))}
            onDescribe={(open) => describeToggled(at, open)}
            onGrip={(event) => gripped(event, at)}
            onRemove={() => removed(at)}
            onPasteRows={(list) => pasted(at, list)}
            onKeyDown={(event) => keys.pressed(event, at)}
            onKeyDownCapture={(event) => keys.captured(event, at)}
            {...cells}
          />
        ))}
      </div>
      <div role="status" className={styles.news}>
        {news}
      </div>
    </>
  );
}

function madeOf<Kind extends NamedRow>(
  { name, value, enabled = true }: PastedRow,
  format: KeyValueTableProps<Kind>['format'],
): Kind {
  const row = format.make(name, value);
  return enabled ? row : format.withEnabled(row, false);
}
