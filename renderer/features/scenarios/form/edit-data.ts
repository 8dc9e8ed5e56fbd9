import { readRows } from '#shared/scenario/read-rows.ts';
import type { DataRow } from '#shared/scenario/data-rows.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { valueText } from '#shared/value/value-text.ts';

type Data = Scenario['data'];

/** The data with another text in a cell; cells that are missing before it are empty. */
export function withCell({ columns, rows }: Data, row: number, column: number, text: string): Data {
  const cells = [...(rows[row] ?? [])];
  while (cells.length <= column) cells.push('');
  cells[column] = text;
  return { columns, rows: rows.with(row, cells) };
}

export function withColumnNamed({ columns, rows }: Data, at: number, name: string): Data {
  return { columns: columns.with(at, name), rows };
}

/** The data without a column and its cells; of no column there are no rows. */
export function withoutColumn({ columns, rows }: Data, at: number): Data {
  if (columns.length === 1) return { columns: [], rows: [] };
  return { columns: columns.toSpliced(at, 1), rows: rows.map((cells) => cells.toSpliced(at, 1)) };
}

/** What a text of CSV or JSON has for the data; the failure is a sentence. */
export function readData(text: string): Outcome<Data, string> {
  const read = readRows(text);
  if (!read.ok) return failed(`This ${read.failure}`);
  const columns = [...new Set(read.value.flatMap((row) => Object.keys(row)))];
  return succeeded({ columns, rows: read.value.map((row) => columns.map((name) => cellOf(row, name))) });
}

/** The rows of one table below those of another, by the names of their columns; columns that only one has are empty in the other. */
export function withRowsBelow(above: Data, below: Data): Data {
  const columns = [...new Set([...above.columns, ...below.columns])];
  const placed = ({ columns: own, rows }: Data) =>
    rows.map((cells) =>
      columns.map((name) => {
        const at = own.indexOf(name);
        return at < 0 ? '' : (cells[at] ?? '');
      }),
    );
  return { columns, rows: [...placed(above), ...placed(below)] };
}

function cellOf(row: DataRow, name: string): string {
  const value = Object.hasOwn(row, name) ? row[name] : undefined;
  return value === undefined ? '' : valueText(value);
}
