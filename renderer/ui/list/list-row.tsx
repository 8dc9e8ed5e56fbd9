import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import type { MenuEntry } from '../overlay/menu-entry.ts';
import { Menu } from '../overlay/menu.tsx';
import type { ListItem, ListRenaming } from './list-item.ts';
import styles from './list.module.css';
import { RenameInput } from './rename-input.tsx';
import { focusRow } from './use-roving.ts';

export interface ListRowProps {
  readonly item: ListItem;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onSelect: (id: string) => void;
  readonly menu: (() => readonly MenuEntry[]) | undefined;
  readonly renaming: ListRenaming | undefined;
}

/** One row of a list. */
export function ListRow({ item, selected, tabStop, onSelect, menu, renaming }: ListRowProps) {
  const [near, setNear] = useState(false);
  const [open, setOpen] = useState(false);
  // A menu for every row of a long list costs more than the rows; only the one that is pointed at needs it.
  const withMenu = renaming === undefined && (near || open);
  const row = useRef<HTMLLIElement>(null);
  const settledByKey = useRef(false);
  const isRenamed = renaming !== undefined;
  // A field that a key settled hands the focus back to its row; one that was left has lost it to something else.
  useEffect(() => {
    if (isRenamed || !settledByKey.current) return;
    settledByKey.current = false;
    if (row.current !== null) focusRow(row.current, item.id);
  }, [isRenamed, item.id]);
  return (
    <li
      ref={row}
      data-row-id={item.id}
      className={classNames(styles.row, selected && styles.selected, open && styles.open)}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      {renaming === undefined ? (
        <Face item={item} selected={selected} tabStop={tabStop} onSelect={onSelect} />
      ) : (
        <RenameInput
          icon={item.icon}
          name={item.label}
          onSettledByKey={() => {
            settledByKey.current = true;
          }}
          {...renaming}
        />
      )}
      {item.meta !== undefined && <span className={styles.meta}>{item.meta}</span>}
      {withMenu && menu !== undefined && (
        <span className={styles.more}>
          <Menu
            align="end"
            entries={menu()}
            open={open}
            onOpenChange={setOpen}
            trigger={<IconButton icon="more" label={`More for ${item.label}`} tabIndex={-1} />}
          />
        </span>
      )}
    </li>
  );
}

function Face({ item, selected, tabStop, onSelect }: Omit<ListRowProps, 'menu' | 'renaming'>) {
  return (
    <button
      type="button"
      data-roving-id={item.id}
      tabIndex={tabStop ? 0 : -1}
      aria-current={selected ? 'true' : undefined}
      className={styles.main}
      onClick={() => onSelect(item.id)}
    >
      {item.icon !== undefined && <Icon name={item.icon} className={styles.icon} />}
      <span dir="auto" className={styles.word} title={item.label}>
        {item.label}
      </span>
    </button>
  );
}
