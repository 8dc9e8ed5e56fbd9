import { useRef, type ReactNode } from 'react';
import { RowGap } from '../../ui/list/row-gap.tsx';
import { useRowWindow } from '../../ui/list/use-row-window.ts';
import styles from './bundles.module.css';

interface ListedRow {
  readonly id: string;
  readonly shown: ReactNode;
}

interface ListedRowsProps {
  readonly label: string;
  readonly rows: readonly ListedRow[];
}

/** A row of 28 and the pixel between rows. */
const pitchPx = 29;

/** What is in a bundle, a row each; of thousands only those near the view are made. */
export function ListedRows({ label, rows }: ListedRowsProps) {
  const list = useRef<HTMLDivElement>(null);
  const near = useRowWindow(
    list,
    rows.map(({ id }) => id),
    pitchPx,
    [],
  );
  return (
    <div ref={list} role="list" aria-label={label} className={styles.rows}>
      {near.pieces.map((piece) => {
        if ('rows' in piece)
          return <RowGap key={`after ${String(piece.after)}`} rows={piece.rows} pitchPx={pitchPx} />;
        const row = rows[piece.index];
        if (row === undefined) return null;
        return (
          <div
            key={row.id}
            role="listitem"
            aria-posinset={piece.index + 1}
            aria-setsize={rows.length}
            className={styles.row}
          >
            {row.shown}
          </div>
        );
      })}
    </div>
  );
}
