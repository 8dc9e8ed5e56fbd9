import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { RowGap } from './row-gap.tsx';
import type { TreeItem, TreeRow } from './tree-rows.ts';
import { treeRows } from './tree-rows.ts';
import styles from './tree.module.css';
import { useRoving, wantedAndFocused } from './use-roving.ts';
import { useRowWindow } from './use-row-window.ts';

export type { TreeItem } from './tree-rows.ts';

export interface TreeProps {
  readonly label: string;
  readonly nodes: readonly TreeItem[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly isExpanded: (id: string) => boolean;
  readonly onToggle: (id: string, expanded: boolean) => void;
}

/** A row of 24 and the pixel between rows. */
const pitchPx = 25;

/** Things in things, rows of 24: up and down move, right unfolds or goes in, left folds or goes out. */
export function Tree({ label, nodes, selectedId, onSelect, isExpanded, onToggle }: TreeProps) {
  const tree = useRef<HTMLDivElement>(null);
  const rows = treeRows(nodes, isExpanded);
  const [tabStop, setTabStop] = useState<string | null>(null);
  const near = useRowWindow(
    tree,
    rows.map((row) => row.item.id),
    pitchPx,
    [selectedId, tabStop],
  );
  const roving = useRoving(
    rows.map((row) => row.item),
    selectedId,
    'vertical',
    near.rowWanted,
  );
  if (tabStop !== roving.tabStop) setTabStop(roving.tabStop);

  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    if (roving.onKeyDown(event)) return;
    const id = event.target instanceof HTMLElement ? event.target.dataset['rovingId'] : undefined;
    const row = rows.find((each) => each.item.id === id);
    // With a modifier the keys are those of a command, such as Run.
    if (row === undefined || event.ctrlKey || event.metaKey || !acted(event, row)) return;
    event.preventDefault();
  };

  const acted = (event: KeyboardEvent<HTMLElement>, row: TreeRow): boolean => {
    switch (event.key) {
      case 'Enter':
      case ' ':
        onSelect(row.item.id);
        return true;
      case 'ArrowRight':
        if (row.expanded === false) onToggle(row.item.id, true);
        if (row.expanded === true)
          wantedAndFocused(event.currentTarget, row.item.children?.[0]?.id, near.rowWanted);
        return true;
      case 'ArrowLeft':
        if (row.expanded === true) onToggle(row.item.id, false);
        else wantedAndFocused(event.currentTarget, row.parentId ?? undefined, near.rowWanted);
        return true;
      default:
        return false;
    }
  };

  return (
    <div
      ref={tree}
      role="tree"
      aria-label={label}
      className={classNames(styles.tree, rows.every((row) => row.expanded === null) && styles.flat)}
      onFocus={roving.onFocus}
      onBlur={roving.onBlur}
      onKeyDown={keyPressed}
    >
      {near.pieces.map((piece) => {
        if ('rows' in piece)
          return <RowGap key={`after ${String(piece.after)}`} rows={piece.rows} pitchPx={pitchPx} />;
        const row = rows[piece.index];
        if (row === undefined) return null;
        return (
          <Row
            key={row.item.id}
            row={row}
            selected={row.item.id === selectedId}
            tabStop={row.item.id === roving.tabStop}
            onSelect={onSelect}
            onToggle={onToggle}
          />
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly row: TreeRow;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onSelect: (id: string) => void;
  readonly onToggle: (id: string, expanded: boolean) => void;
}

function Row({ row, selected, tabStop, onSelect, onToggle }: RowProps) {
  const { item, expanded } = row;
  return (
    <div
      role="treeitem"
      data-roving-id={item.id}
      tabIndex={tabStop ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={expanded ?? undefined}
      aria-selected={selected}
      className={classNames(styles.row, selected && styles.selected)}
      style={{ '--level': row.level - 1 } as CSSProperties}
      onClick={() => onSelect(item.id)}
    >
      <span
        className={styles.fold}
        aria-hidden
        onClick={(event) => {
          if (expanded === null) return;
          event.stopPropagation();
          onToggle(item.id, !expanded);
        }}
      >
        {expanded !== null && <Icon name={expanded ? 'chevron-down' : 'chevron-right'} size={12} />}
      </span>
      {item.icon !== undefined && <Icon name={item.icon} size={14} className={styles.icon} />}
      <span dir="auto" className={styles.word}>
        {item.label}
      </span>
      {item.meta !== undefined && <span className={styles.meta}>{item.meta}</span>}
    </div>
  );
}
