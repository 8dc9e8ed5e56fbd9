import {
  useEffect,
  useId,
  useRef,
  useState,
  type CSSProperties,
  type DragEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import type { MenuEntry } from '../overlay/menu-entry.ts';
import { Menu } from '../overlay/menu.tsx';
import styles from './editable-tree.module.css';
import type { ListRenaming } from './list-item.ts';
import { RenameInput } from './rename-input.tsx';
import { TreeFold } from './tree-fold.tsx';
import type { TreeRow } from './tree-rows.ts';
import { focusRow } from './use-roving.ts';

interface EditableTreeRowProps {
  readonly row: TreeRow;
  /** What the row stands for is open. */
  readonly current: boolean;
  /** Chosen together with others. */
  readonly chosen: boolean;
  readonly tabStop: boolean;
  /** What is dragged would go into it. */
  readonly target: boolean;
  readonly renaming: ListRenaming | undefined;
  readonly menu: () => readonly MenuEntry[];
  readonly onToggle: (id: string, expanded: boolean) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDragStart: (event: DragEvent) => void;
}

/** One row of a tree that can be changed. */
export function EditableTreeRow(props: EditableTreeRowProps) {
  const { row, renaming, onToggle } = props;
  const { item } = row;
  const wordId = useId();
  const element = useRef<HTMLDivElement>(null);
  const settledByKey = useFocusAfterRenaming(renaming !== undefined, element, item.id);
  return (
    <div
      ref={element}
      role="treeitem"
      data-row-id={item.id}
      {...placeOf(row)}
      {...lookOf(props)}
      {...(renaming === undefined && whileNamed(props, wordId))}
      aria-describedby={item.meta === undefined ? undefined : `${wordId}-meta`}
    >
      <TreeFold row={row} className={styles.fold} onToggle={onToggle} />
      {renaming === undefined ? (
        <>
          {item.icon !== undefined && <Icon name={item.icon} className={styles.icon} />}
          <span id={wordId} dir="auto" className={styles.word} title={item.label}>
            {item.label}
          </span>
        </>
      ) : (
        <RenameInput icon={item.icon} name={item.label} onSettledByKey={settledByKey} {...renaming} />
      )}
      {item.meta !== undefined && (
        <span id={`${wordId}-meta`} className={styles.meta}>
          {item.meta}
        </span>
      )}
      {renaming === undefined && <RowMenu label={item.label} menu={props.menu} />}
    </div>
  );
}

function placeOf({ expanded, level, position, siblings }: TreeRow) {
  return {
    'aria-level': level,
    'aria-posinset': position,
    'aria-setsize': siblings,
    'aria-expanded': expanded ?? undefined,
    style: { '--level': level - 1 } as CSSProperties,
  };
}

function lookOf({ chosen, current, target }: EditableTreeRowProps) {
  return {
    'aria-selected': chosen || current,
    'aria-current': current ? ('true' as const) : undefined,
    className: classNames(
      styles.row,
      chosen && styles.chosen,
      current && styles.selected,
      target && styles.target,
    ),
  };
}

/** A row whose name is a field is neither reached by arrows nor dragged. */
function whileNamed({ onClick, onDragStart, row, tabStop }: EditableTreeRowProps, wordId: string) {
  return {
    'data-roving-id': row.item.id,
    'aria-labelledby': wordId,
    tabIndex: tabStop ? 0 : -1,
    draggable: true,
    onDragStart,
    onClick,
  };
}

/** The ⋯ of the row that is pointed at: a menu for every row of a long tree costs more than the rows. */
function RowMenu({ label, menu }: { readonly label: string; readonly menu: () => readonly MenuEntry[] }) {
  const place = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const row = place.current?.parentElement;
    const entered = () => setNear(true);
    const left = () => setNear(false);
    row?.addEventListener('pointerenter', entered);
    row?.addEventListener('pointerleave', left);
    return () => {
      row?.removeEventListener('pointerenter', entered);
      row?.removeEventListener('pointerleave', left);
    };
  }, []);
  const shown = near || open;
  return (
    <span
      ref={place}
      className={classNames(styles.more, shown && styles.shown)}
      // What is chosen in the menu is no click on the row.
      onClick={(event) => event.stopPropagation()}
    >
      {shown && (
        <Menu
          align="end"
          entries={menu()}
          open={open}
          onOpenChange={setOpen}
          trigger={<IconButton icon="more" label={`More for ${label}`} tabIndex={-1} />}
        />
      )}
    </span>
  );
}

/** A field that a key settled hands the focus back to its row; one that was left has lost it to something else. */
function useFocusAfterRenaming(
  isRenamed: boolean,
  element: RefObject<HTMLDivElement | null>,
  id: string,
): () => void {
  const settledByKey = useRef(false);
  useEffect(() => {
    if (isRenamed || !settledByKey.current) return;
    settledByKey.current = false;
    const tree = element.current?.parentElement;
    if (tree !== null && tree !== undefined) focusRow(tree, id);
  }, [isRenamed, element, id]);
  return () => {
    settledByKey.current = true;
  };
}
