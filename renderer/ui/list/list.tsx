import type { DragEvent, KeyboardEvent } from 'react';
import { ContextMenu } from '../overlay/context-menu.tsx';
import type { MenuEntry } from '../overlay/menu-entry.ts';
import type { ListItem, ListRenaming } from './list-item.ts';
import { ListRow } from './list-row.tsx';
import styles from './list.module.css';
import { useRoving } from './use-roving.ts';

export interface ListProps<Item extends ListItem> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly selectedId: string | null;
  /** Click, Enter and Space. */
  readonly onSelect: (id: string) => void;
  /** What can be done with a row: behind its ⋯, on right click and on Shift+F10. */
  readonly menu?: ((item: Item) => readonly MenuEntry[]) | undefined;
  /** F2 on a row. */
  readonly onRenameAsked?: ((id: string) => void) | undefined;
  /** Delete on a row. */
  readonly onDelete?: ((id: string) => void) | undefined;
  /** Fills what a row carries while it is dragged; without it rows cannot be. */
  readonly onDragStart?: ((event: DragEvent<HTMLElement>, id: string) => void) | undefined;
  /** The row whose name is a field now. */
  readonly renaming?: ListRenaming | undefined;
}

/** Rows of 28 that open something: one tab stop, arrows and first letters move, the current one is marked. */
export function List<Item extends ListItem>({
  label,
  items,
  selectedId,
  onSelect,
  menu,
  onRenameAsked,
  onDelete,
  onDragStart,
  renaming,
}: ListProps<Item>) {
  const roving = useRoving(items, selectedId);

  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    if (roving.onKeyDown(event)) return;
    const id = event.target instanceof HTMLElement ? event.target.dataset['rovingId'] : undefined;
    if (id === undefined) return;
    const handler = event.key === 'F2' ? onRenameAsked : event.key === 'Delete' ? onDelete : undefined;
    if (handler === undefined) return;
    event.preventDefault();
    handler(id);
  };

  const entriesFor = (asked: Element): readonly MenuEntry[] => {
    const id = asked.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'];
    const item = items.find((each) => each.id === id);
    return item === undefined || menu === undefined ? [] : menu(item);
  };

  const list = (
    <ul
      aria-label={label}
      className={styles.list}
      onFocus={roving.onFocus}
      onBlur={roving.onBlur}
      onKeyDown={keyPressed}
    >
      {items.map((item) => (
        <ListRow
          key={item.id}
          item={item}
          selected={item.id === selectedId}
          tabStop={item.id === roving.tabStop}
          onSelect={onSelect}
          onDragStart={onDragStart}
          menu={menu === undefined ? undefined : () => menu(item)}
          renaming={renaming?.id === item.id ? renaming : undefined}
        />
      ))}
    </ul>
  );
  return menu === undefined ? list : <ContextMenu entries={entriesFor}>{list}</ContextMenu>;
}
