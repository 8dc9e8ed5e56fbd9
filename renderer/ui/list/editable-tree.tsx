import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { classNames } from '../class-names.ts';
import { ContextMenu } from '../overlay/context-menu.tsx';
import type { MenuEntry } from '../overlay/menu-entry.ts';
import { EditableTreeRow } from './editable-tree-row.tsx';
import styles from './editable-tree.module.css';
import type { ListRenaming } from './list-item.ts';
import { RowGap } from './row-gap.tsx';
import { treeRows, type TreeItem, type TreeRow } from './tree-rows.ts';
import { useChosenRows } from './use-chosen-rows.ts';
import { useRoving, wantedAndFocused } from './use-roving.ts';
import { useRowWindow } from './use-row-window.ts';
import { useTreeDrag } from './use-tree-drag.ts';

/** A row of 28 and the pixel between rows. */
const pitchPx = 29;

/** Rows that are there wherever the list is scrolled to. */
interface Held {
  readonly tabStop?: string | null;
  readonly named?: string | undefined;
  readonly dragged?: string;
}

/** A thing in the tree, or a folder of things. */
export interface EditableTreeItem extends TreeItem {
  readonly isFolder?: boolean | undefined;
  readonly children?: readonly EditableTreeItem[] | undefined;
}

export interface EditableTreeProps {
  readonly label: string;
  readonly nodes: readonly EditableTreeItem[];
  /** What is open now; it is brought into view when it changes. */
  readonly currentId: string | null;
  /** Click, Enter and Space on a thing; folders fold and unfold by them. */
  readonly onOpen: (id: string) => void;
  readonly isExpanded: (id: string) => boolean;
  readonly onToggle: (id: string, expanded: boolean) => void;
  /** What can be done with rows: behind ⋯, on right click and on Shift+F10; the row asked first. */
  readonly menu: (ids: readonly string[], asked: string) => readonly MenuEntry[];
  readonly onRenameAsked: (id: string) => void;
  readonly onDelete: (ids: readonly string[]) => void;
  readonly renaming?: ListRenaming | undefined;
  /** Fills what rows carry while they are dragged, besides into folders. */
  readonly onDragStart: (event: DragEvent, ids: readonly string[]) => void;
  readonly canMove: (ids: readonly string[], folder: string | null) => boolean;
  readonly onMove: (ids: readonly string[], folder: string | null) => void;
}

/**
 * Things in folders, rows of 28, that are opened, renamed, moved and deleted, one or several at once: up and down and first
 * letters move, right unfolds or goes in, left folds or goes out, F2 renames, Delete deletes, and rows are dragged into
 * folders.
 */
export function EditableTree(props: EditableTreeProps) {
  const { label, nodes, currentId, onOpen, isExpanded, onToggle, menu, renaming } = props;
  const tree = useRef<HTMLDivElement>(null);
  const rows = treeRows(nodes, isExpanded);
  const ids = rows.map((row) => row.item.id);
  const [held, setHeld] = useState<Held>({});
  const near = useRowWindow(tree, ids, pitchPx, [currentId, held.tabStop, held.named, held.dragged]);
  const roving = useRoving(
    rows.map((row) => row.item),
    currentId,
    'vertical',
    near.rowWanted,
  );
  // What was named stays until something else is: its row takes the focus back from the field.
  if (held.tabStop !== roving.tabStop || (renaming !== undefined && held.named !== renaming.id))
    setHeld({ ...held, tabStop: roving.tabStop, named: renaming?.id ?? held.named });
  const chosen = useChosenRows(ids);
  const byId = (id: string | undefined) => rows.find((row) => row.item.id === id);
  const drag = useTreeDrag({
    onStart: props.onDragStart,
    folderOfRow: (id) => folderOfRow(byId(id)),
    canDrop: props.canMove,
    onDrop: (ids, folder) => {
      chosen.cleared();
      props.onMove(ids, folder);
    },
    onUnfold: (folder) => onToggle(folder, true),
  });
  useEffect(() => {
    if (currentId === null) return;
    rowElement(tree.current, currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['rovingId'] : undefined;
    const row = byId(id);
    if (row === undefined || event.altKey) return;
    const reached = (next: string) => wantedAndFocused(event.currentTarget, next, near.rowWanted);
    if (chosen.keyPressed(event, row.item.id, reached)) event.preventDefault();
    else if (!roving.onKeyDown(event) && !isChord(event) && acted(event, row)) event.preventDefault();
  };

  const acted = (event: KeyboardEvent<HTMLElement>, { expanded, item, parentId }: TreeRow): boolean => {
    switch (event.key) {
      case 'Enter':
      case ' ':
        opened(item.id);
        return true;
      case 'ArrowRight':
        if (expanded === false) onToggle(item.id, true);
        if (expanded === true) wantedAndFocused(event.currentTarget, item.children?.[0]?.id, near.rowWanted);
        return true;
      case 'ArrowLeft':
        if (expanded === true) onToggle(item.id, false);
        else wantedAndFocused(event.currentTarget, parentId ?? undefined, near.rowWanted);
        return true;
      case 'F2':
        props.onRenameAsked(item.id);
        return true;
      case 'Delete':
        props.onDelete(chosen.actedOn(item.id));
        return true;
      default:
        return false;
    }
  };

  const opened = (id: string) => {
    const row = byId(id);
    if (row === undefined) return;
    if ((row.item as EditableTreeItem).isFolder !== true) onOpen(id);
    else if (row.expanded !== null) onToggle(id, !row.expanded);
  };

  const rowOf = (row: TreeRow) => (
    <EditableTreeRow
      key={row.item.id}
      row={row}
      current={row.item.id === currentId}
      chosen={chosen.isChosen(row.item.id)}
      tabStop={row.item.id === roving.tabStop}
      target={drag.isOver(row.item.id)}
      renaming={renaming?.id === row.item.id ? renaming : undefined}
      menu={() => menu(chosen.actedOn(row.item.id), row.item.id)}
      onToggle={onToggle}
      onClick={(event) => {
        if (!chosen.clicked(event, row.item.id, currentId)) opened(row.item.id);
      }}
      onDragStart={(event) => {
        // A row that went while it is dragged would end the drag.
        setHeld((before) => ({ ...before, dragged: row.item.id }));
        drag.started(event, chosen.actedOn(row.item.id));
      }}
    />
  );

  const entriesFor = (asked: Element): readonly MenuEntry[] => {
    const id = asked.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'];
    return id === undefined ? [] : menu(chosen.actedOn(id), id);
  };

  return (
    <ContextMenu entries={entriesFor}>
      <div
        ref={tree}
        role="tree"
        aria-label={label}
        aria-multiselectable
        className={classNames(
          styles.tree,
          rows.every((row) => row.expanded === null) && styles.flat,
          drag.isOver(null) && styles.target,
        )}
        onFocus={roving.onFocus}
        onBlur={roving.onBlur}
        onKeyDown={keyPressed}
        {...drag.onTree}
      >
        {near.pieces.map((piece) => {
          if ('rows' in piece)
            return <RowGap key={`after ${String(piece.after)}`} rows={piece.rows} pitchPx={pitchPx} />;
          const row = rows[piece.index];
          return row === undefined ? null : rowOf(row);
        })}
      </div>
    </ContextMenu>
  );
}

/** A folder takes what is dropped on it; a thing leaves that to the folder that has it. */
function folderOfRow(row: TreeRow | undefined): string | null {
  if (row === undefined) return null;
  return (row.item as EditableTreeItem).isFolder === true ? row.item.id : row.parentId;
}

function rowElement(tree: HTMLElement | null, id: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`) ?? null;
}

/** With a modifier the keys are those of a command, such as Run. */
function isChord({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey;
}
