import { useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { RowGap } from './row-gap.tsx';
import type { TreeRow } from './tree-rows.ts';
import styles from './tree.module.css';
import { useRoving } from './use-roving.ts';
import { useRowWindow } from './use-row-window.ts';

export interface TreeFrameProps {
  readonly label: string;
  readonly rows: readonly TreeRow[];
  readonly selectedId: string | null;
  /** Whether several of its rows can be chosen at once. */
  readonly multiple?: boolean;
  readonly className?: string | undefined;
  /**
   * Answers a key that moves nothing; false where it means nothing there. `rowWanted` brings a row into the page that is to
   * have the focus.
   */
  readonly acted: (
    event: KeyboardEvent<HTMLElement>,
    row: TreeRow,
    rowWanted: (id: string) => void,
  ) => boolean;
  readonly children: (row: TreeRow, tabStop: boolean) => ReactNode;
}

/** A row of 24 and the pixel between rows. */
const pitchPx = 25;

/** The rows of a tree near its view, and the keys that move through them. */
export function TreeFrame({ label, rows, selectedId, multiple, className, acted, children }: TreeFrameProps) {
  const tree = useRef<HTMLDivElement>(null);
  const [tabStop, setTabStop] = useState<string | null>(null);
  const ids = rows.map((row) => row.item.id);
  const near = useRowWindow(tree, ids, pitchPx, [selectedId, tabStop]);
  const items = rows.map((row) => row.item);
  const roving = useRoving(items, selectedId, 'vertical', near.rowWanted);
  if (tabStop !== roving.tabStop) setTabStop(roving.tabStop);

  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    if (roving.onKeyDown(event)) return;
    const id = event.target instanceof HTMLElement ? event.target.dataset['rovingId'] : undefined;
    const row = rows.find((each) => each.item.id === id);
    // With a modifier the keys are those of a command, such as Run.
    if (row === undefined || event.ctrlKey || event.metaKey) return;
    if (acted(event, row, near.rowWanted)) event.preventDefault();
  };

  return (
    <div
      ref={tree}
      role="tree"
      aria-label={label}
      aria-multiselectable={multiple}
      className={classNames(styles.tree, className)}
      onFocus={roving.onFocus}
      onBlur={roving.onBlur}
      onKeyDown={keyPressed}
    >
      {near.pieces.map((piece) => {
        if ('rows' in piece)
          return <RowGap key={`after ${String(piece.after)}`} rows={piece.rows} pitchPx={pitchPx} />;
        const row = rows[piece.index];
        return row === undefined ? null : children(row, row.item.id === roving.tabStop);
      })}
    </div>
  );
}

interface TreeRowFrameProps {
  readonly row: TreeRow;
  readonly tabStop: boolean;
  readonly selected?: boolean | undefined;
  readonly checked?: 'true' | 'false' | 'mixed' | undefined;
  readonly onClick: () => void;
  /** Stands before the icon. */
  readonly children: ReactNode;
}

/** A row of a tree: what it begins with, its icon, its word, and a fact at its end. */
export function TreeRowFrame({ row, tabStop, selected, checked, onClick, children }: TreeRowFrameProps) {
  const { item } = row;
  return (
    <div
      role="treeitem"
      data-roving-id={item.id}
      tabIndex={tabStop ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={selected}
      aria-checked={checked}
      className={classNames(styles.row, selected === true && styles.selected)}
      style={{ '--level': row.level - 1 } as CSSProperties}
      onClick={onClick}
    >
      {children}
      {item.icon !== undefined && <Icon name={item.icon} size={14} className={styles.icon} />}
      <span dir="auto" className={styles.word} title={item.label}>
        {item.label}
      </span>
      {item.meta !== undefined && <span className={styles.meta}>{item.meta}</span>}
    </div>
  );
}
