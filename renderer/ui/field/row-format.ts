import type { Row } from '#shared/request/row.ts';

/** The least that a row of a key-value table has. */
export interface NamedRow {
  readonly name: string;
  readonly enabled: boolean;
  /** What the row is for, in the words of its author; it is never sent. */
  readonly description?: string | undefined;
}

/** How a table reads and makes rows of one kind. */
export interface RowFormat<Kind extends NamedRow> {
  readonly make: (name: string, value: string) => Kind;
  /** The value as text, or `null` where it is none (a secret, a file) and `valueCell` shows it. */
  readonly valueOf: (row: Kind) => string | null;
  readonly withValue: (row: Kind, value: string) => Kind;
  readonly withName: (row: Kind, name: string) => Kind;
  readonly withEnabled: (row: Kind, enabled: boolean) => Kind;
  /** What a value is that is no text, in one word, as the text of the rows calls it: "file". */
  readonly heldWord?: string | undefined;
}

/** Rows whose name and value are templates: query, headers, forms. */
export const plainRowFormat: RowFormat<Row> = {
  make: (name, value) => ({ name, value, enabled: true }),
  valueOf: (row) => row.value,
  withValue: (row, value) => ({ ...row, value }),
  withName: (row, name) => ({ ...row, name }),
  withEnabled: (row, enabled) => ({ ...row, enabled }),
};

/** The row with another description; `undefined` takes it away. */
export function withDescription<Kind extends NamedRow>(row: Kind, description: string | undefined): Kind {
  const { description: _before, ...rest } = row;
  return (description === undefined ? rest : { ...rest, description }) as Kind;
}
