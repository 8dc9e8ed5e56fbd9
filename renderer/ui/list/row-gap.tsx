interface RowGapProps {
  readonly rows: number;
  /** From one row to the next: a row and the pixel that is between rows. */
  readonly pitchPx: number;
}

/** The room of rows that are not made. */
export function RowGap({ rows, pitchPx }: RowGapProps) {
  return <div role="presentation" style={{ flex: 'none', height: rows * pitchPx - 1 }} />;
}
