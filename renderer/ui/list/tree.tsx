import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import type { TreeNode, TreeRow } from './tree-rows.ts';
import { treeRows } from './tree-rows.ts';
import styles from './tree.module.css';
import { focusRow, useRoving } from './use-roving.ts';

export interface TreeItem extends TreeNode {
  readonly icon?: IconName | undefined;
  readonly meta?: ReactNode;
}

export interface TreeProps<Item extends TreeItem> {
  readonly label: string;
  readonly nodes: readonly Item[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly isExpanded: (id: string) => boolean;
  readonly onToggle: (id: string, expanded: boolean) => void;
}

/** Things in things, rows of 24: up and down move, right unfolds or goes in, left folds or goes out. */
export function Tree<Item extends TreeItem>({
  label,
  nodes,
  selectedId,
  onSelect,
  isExpanded,
  onToggle,
}: TreeProps<Item>) {
  const rows = treeRows(nodes, isExpanded);
  const roving = useRoving(
    rows.map((row) => row.node),
    selectedId,
  );

  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    if (roving.onKeyDown(event)) return;
    const id = event.target instanceof HTMLElement ? event.target.dataset['rovingId'] : undefined;
    const row = rows.find((each) => each.node.id === id);
    if (row === undefined || !acted(event, row)) return;
    event.preventDefault();
  };

  const acted = (event: KeyboardEvent<HTMLElement>, row: TreeRow<Item>): boolean => {
    switch (event.key) {
      case 'Enter':
      case ' ':
        onSelect(row.node.id);
        return true;
      case 'ArrowRight':
        if (row.expanded === false) onToggle(row.node.id, true);
        if (row.expanded === true) focusRow(event.currentTarget, row.node.children?.[0]?.id);
        return true;
      case 'ArrowLeft':
        if (row.expanded === true) onToggle(row.node.id, false);
        else focusRow(event.currentTarget, row.parentId ?? undefined);
        return true;
      default:
        return false;
    }
  };

  return (
    <div
      role="tree"
      aria-label={label}
      className={classNames(styles.tree, rows.every((row) => row.expanded === null) && styles.flat)}
      onFocus={roving.onFocus}
      onKeyDown={keyPressed}
    >
      {rows.map((row) => (
        <Row
          key={row.node.id}
          row={row}
          selected={row.node.id === selectedId}
          tabStop={row.node.id === roving.tabStop}
          onSelect={onSelect}
          onToggle={onToggle}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: TreeRow<TreeItem>;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onSelect: (id: string) => void;
  readonly onToggle: (id: string, expanded: boolean) => void;
}

function Row({ row, selected, tabStop, onSelect, onToggle }: RowProps) {
  const { node, expanded } = row;
  return (
    <div
      role="treeitem"
      data-roving-id={node.id}
      tabIndex={tabStop ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={expanded ?? undefined}
      aria-selected={selected}
      className={classNames(styles.row, selected && styles.selected)}
      style={{ '--level': row.level - 1 } as CSSProperties}
      onClick={() => onSelect(node.id)}
    >
      <span
        className={styles.fold}
        aria-hidden
        onClick={(event) => {
          if (expanded === null) return;
          event.stopPropagation();
          onToggle(node.id, !expanded);
        }}
      >
        {expanded !== null && <Icon name={expanded ? 'chevron-down' : 'chevron-right'} size={12} />}
      </span>
      {node.icon !== undefined && <Icon name={node.icon} size={14} className={styles.icon} />}
      <span className={styles.word}>{node.label}</span>
      {node.meta !== undefined && <span className={styles.meta}>{node.meta}</span>}
    </div>
  );
}
