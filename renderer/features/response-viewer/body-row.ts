/** What a piece of a row is, for its colour. */
export type PieceKind = 'key' | 'string' | 'number' | 'boolean' | 'null' | 'mark' | 'text';

export interface RowPiece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** One row of a body: a line of formatted JSON, or a line of text. */
export interface BodyRow {
  /** From 1, as written in the gutter. */
  readonly line: number;
  readonly depth: number;
  readonly pieces: readonly RowPiece[];
  /** The type of the value in words: "string", "object, 3 keys". */
  readonly type: string;
  /** The path of the value below the response variable's `body`, or `null` where the row has no value, or none that a path can reach. */
  readonly path: string | null;
  /** The row after the value's last one, where it can be folded. */
  readonly foldEnd: number | null;
  readonly folded: boolean;
}
