import type { KeyboardEvent } from 'react';
import { TreeFold } from './tree-fold.tsx';
import { TreeFrame, TreeRowFrame } from './tree-frame.tsx';
import { treeRows, type TreeItem, type TreeRow } from './tree-rows.ts';
import styles from './tree.module.css';
import { wantedAndFocused } from './use-roving.ts';

export type { TreeItem } from './tree-rows.ts';

export interface TreeProps {
  readonly label: string;
  readonly nodes: readonly TreeItem[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly isExpanded: (id: string) => boolean;
  readonly onToggle: (id: string, expanded: boolean) => void;
}

/** Things in things, rows of 24: up and down move, right unfolds or goes in, left folds or goes out. */
export function Tree({ label, nodes, selectedId, onSelect, isExpanded, onToggle }: TreeProps) {
  const rows = treeRows(nodes, isExpanded);
  const acted = (event: KeyboardEvent<HTMLElement>, row: TreeRow, rowWanted: (id: string) => void) => {
    switch (event.key) {
      case 'Enter':
      case ' ':
        onSelect(row.item.id);
        return true;
      case 'ArrowRight':
        if (row.expanded === false) onToggle(row.item.id, true);
        if (row.expanded === true)
          wantedAndFocused(event.currentTarget, row.item.children?.[0]?.id, rowWanted);
        return true;
      case 'ArrowLeft':
        if (row.expanded === true) onToggle(row.item.id, false);
        else wantedAndFocused(event.currentTarget, row.parentId ?? undefined, rowWanted);
        return true;
      default:
        return false;
    }
  };
  return (
    <TreeFrame
      label={label}
      rows={rows}
      selectedId={selectedId}
      className={rows.every((row) => row.expanded === null) ? styles.flat : undefined}
      acted={acted}
    >
      {(row, tabStop) => (
        <TreeRowFrame
          key={row.item.id}
          row={row}
          tabStop={tabStop}
          selected={row.item.id === selectedId}
          onClick={() => onSelect(row.item.id)}
        >
          <TreeFold row={row} className={styles.fold} onToggle={onToggle} />
        </TreeRowFrame>
      )}
    </TreeFrame>
  );
}
