import type { ReactNode } from 'react';
import type { IconName } from '../icon/icon.tsx';
import type { RowCells } from './key-value-cells.tsx';
import type { PastedRow } from './pasted-row.ts';
import type { NamedRow } from './row-format.ts';

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
  /** What one should know about the names of some rows, by their places; only names that stand in it are marked. */
  readonly hintsOf?: ((names: readonly (string | null)[]) => ReadonlyMap<number, string>) | undefined;
  /** Why these rows are not edited as text, in one sentence. */
  readonly textRefused?: string | undefined;
}
