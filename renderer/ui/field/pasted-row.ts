/** A name and a value that were pasted as text. */
export interface PastedRow {
  readonly name: string;
  readonly value: string;
  /** Absent where the text says nothing about it: it is on. */
  readonly enabled?: boolean;
}
